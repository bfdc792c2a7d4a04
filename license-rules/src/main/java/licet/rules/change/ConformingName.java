package licet.rules.change;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** A name that begins as the terms ask. */
public final class ConformingName {
    private ConformingName() {}

    /** The planned name itself where it conforms, else with the prefix before it. */
    public static String of(String planned, String prefix) {
        if (planned.startsWith(prefix)) {
            return planned;
        }
        boolean joined = prefix.endsWith("-") || prefix.endsWith(" ");
        return joined ? prefix + planned : prefix + "-" + planned;
    }

    /** A name that fulfils every prefix, or nothing where two prefixes exclude each other. */
    public static Optional<String> of(String planned, Collection<String> prefixes) {
        return prefixes.stream()
                .max(Comparator.comparingInt(String::length))
                .filter(longest -> prefixes.stream().allMatch(longest::startsWith))
                .map(longest -> of(planned, longest));
    }
}
