package licet.rules.spdx;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licet.rules.spdx.SpdxExpression.Granted;
import licet.rules.spdx.SpdxExpression.Listed;
import licet.rules.spdx.SpdxExpression.Referenced;
import licet.rules.spdx.SpdxExpression.With;

/**
 * One license in the form in which licenses are compared: the family, the version and whether later ones count. The GNU
 * licenses say the last with {@code -only} and {@code -or-later}; their bare ids mean {@code -only}.
 *
 * @param version numbers between dots, empty where the id has none
 * @param addition the exception, empty where there is none
 */
record GrantKey(String family, String version, boolean orLater, String addition) implements Comparable<GrantKey> {
    private static final Pattern VERSIONED =
            Pattern.compile("([a-z][a-z0-9-]*?)-(\\d+(?:\\.\\d+)*)(-(?!clause)[a-z0-9.-]+)?");
    private static final Pattern GNU = Pattern.compile("((?:a|l)?gpl|gfdl)-[0-9.]+(-(?:no-)?invariants)?");
    private static final String ONLY = "-only";
    private static final String OR_LATER = "-or-later";

    static GrantKey of(Granted granted) {
        return switch (granted) {
            case Listed(var id, var orLater) -> listed(id.toLowerCase(Locale.ROOT), orLater);
            case Referenced reference -> new GrantKey(reference.written().toLowerCase(Locale.ROOT), "", false, "");
            case With(var license, var addition) -> of(license).with(addition.toLowerCase(Locale.ROOT));
        };
    }

    private GrantKey with(String added) {
        return new GrantKey(family, version, orLater, added);
    }

    private static GrantKey listed(String id, boolean plus) {
        String bare = id.endsWith(ONLY)
                ? id.substring(0, id.length() - ONLY.length())
                : id.endsWith(OR_LATER) ? id.substring(0, id.length() - OR_LATER.length()) : id;
        boolean gnu = GNU.matcher(bare).matches();
        String base = gnu ? bare : id;
        boolean later = plus || (gnu && id.endsWith(OR_LATER));
        Matcher versioned = VERSIONED.matcher(base);
        return versioned.matches()
                ? new GrantKey(
                        versioned.group(1) + (versioned.group(3) == null ? "" : versioned.group(3)),
                        versioned.group(2),
                        later,
                        "")
                : new GrantKey(base, "", later, "");
    }

    /** Whether who has this license has what the other asks for. */
    boolean satisfies(GrantKey asked) {
        boolean comparable = version.isEmpty() == asked.version.isEmpty();
        if (!comparable || !family.equals(asked.family) || !addition.equals(asked.addition)) {
            return false;
        }
        int order = compareVersions(version, asked.version);
        return order == 0 || (order > 0 && asked.orLater) || (order < 0 && orLater);
    }

    private static int compareVersions(String left, String right) {
        String[] lefts = left.split("\\.");
        String[] rights = right.split("\\.");
        for (int index = 0; index < Math.max(lefts.length, rights.length); index++) {
            int order = compareNumbers(part(lefts, index), part(rights, index));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].replaceFirst("^0+", "") : "";
    }

    private static int compareNumbers(String left, String right) {
        return left.length() != right.length() ? Integer.compare(left.length(), right.length()) : left.compareTo(right);
    }

    @Override
    public int compareTo(GrantKey other) {
        return written().compareTo(other.written());
    }

    private String written() {
        return family + "\n" + version + "\n" + orLater + "\n" + addition;
    }
}
