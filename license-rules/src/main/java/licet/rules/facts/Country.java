package licet.rules.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import licet.rules.Check;

/** ISO 3166-1 alpha-2 country code in upper case. */
public record Country(@JsonValue String code) implements Comparable<Country> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    @JsonCreator
    public Country {
        Check.matches(code, FORM, "country code");
    }

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
