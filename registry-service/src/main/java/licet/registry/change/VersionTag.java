package licet.registry.change;

import java.util.regex.Pattern;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** The version of facts as a strong entity tag: {@code "3"}. */
final class VersionTag {
    private static final Pattern FORM = Pattern.compile("\"(\\d{1,9})\"");

    private VersionTag() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    /** The version from which a change starts. Without one the change could undo what somebody else just did. */
    static int required(@Nullable String ifMatch) {
        return read(ifMatch, "send the version that you changed, as the ETag of your GET gave it, for example \"3\"");
    }

    /** Like {@link #required}, or 0 where {@code If-None-Match: *} says that nothing is there yet. */
    static int requiredOrNew(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch != null && ifNoneMatch.strip().equals("*")) {
            return 0;
        }
        return read(
                ifMatch,
                "send the version that you changed, as the ETag of your GET gave it, for example \"3\"; for a new one"
                        + " send If-None-Match: * instead");
    }

    private static int read(@Nullable String ifMatch, String mend) {
        var tag = FORM.matcher(ifMatch == null ? "" : ifMatch.strip());
        if (!tag.matches()) {
            throw new RegistryProblem.Malformed("If-Match", ifMatch, mend).asException();
        }
        return Integer.parseInt(tag.group(1));
    }
}
