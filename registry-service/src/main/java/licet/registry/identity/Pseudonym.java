package licet.registry.identity;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;

/** What stands for a person whose personal data was erased. It follows from the id and leads to nobody. */
record Pseudonym(String digits) {
    private static final int SHORTEST = 4;

    /**
     * As few digits as tell the person from the others who were erased.
     *
     * @param taken whether a login is somebody's
     */
    static Pseudonym of(UUID person, Predicate<String> taken) {
        // The end of the id is random; its begin tells when the account was made.
        var digits = person.toString().replace("-", "");
        int length = SHORTEST;
        while (length < digits.length() && taken.test(last(digits, length).login())) {
            length++;
        }
        return last(digits, length);
    }

    private static Pseudonym last(String digits, int length) {
        return new Pseudonym(digits.substring(digits.length() - length).toUpperCase(Locale.ROOT));
    }

    String name() {
        return "former person " + digits;
    }

    /** In the shape of a login. */
    String login() {
        return "former-person-" + digits.toLowerCase(Locale.ROOT);
    }
}
