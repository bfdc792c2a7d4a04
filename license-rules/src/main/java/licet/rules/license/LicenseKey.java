package licet.rules.license;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import licet.rules.Check;

/** Key of one license text version, equal to the name of its data file, for example {@code llama-3.3-community}. */
public record LicenseKey(@JsonValue String value) implements Comparable<LicenseKey> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.+@-]*");

    @JsonCreator
    public LicenseKey {
        Check.matches(value, FORM, "license key");
    }

    @Override
    public int compareTo(LicenseKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
