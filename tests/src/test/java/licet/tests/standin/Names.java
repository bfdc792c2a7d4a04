package licet.tests.standin;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licet.tests.standin.Draw.Aspect;

/** Names of owners and models; a model's index can be read back from its name, so no table of names is needed. */
final class Names {
    private static final List<String> TREES = List.of(
            "Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Pine", "Rowan",
            "Spruce", "Willow", "Yew", "Aspen", "Linden", "Poplar", "Acacia", "Beech");
    private static final List<String> OWNERS =
            TREES.stream().map(tree -> tree.toLowerCase(Locale.ROOT)).toList();
    private static final List<String> PLACES =
            List.of("lab", "works", "research", "ai", "models", "institute", "team", "cloud", "hub", "open");
    private static final List<String> SIZES = List.of("0.5B", "1B", "3B", "7B", "8B", "13B", "32B", "70B");
    private static final List<String> KINDS = List.of("Base", "Instruct", "Chat", "Coder", "Vision", "Reasoner", "v2");
    private static final Pattern INDEX = Pattern.compile("-m([0-9a-z]+)$");

    private Names() {}

    static String owner(int number) {
        return OWNERS.get(number % OWNERS.size())
                + "-" + PLACES.get(number / OWNERS.size() % PLACES.size())
                + "-" + Integer.toString(number, 36);
    }

    /** @param renamed the version of the last renaming, 0 for the first name */
    static String model(Draw draw, int index, int renamed) {
        Draw name = draw.at(Aspect.NAME);
        return TREES.get(name.at(0).below(TREES.size()))
                + "-" + SIZES.get(name.at(1).below(SIZES.size()))
                + "-" + KINDS.get(name.at(2).below(KINDS.size()))
                + (renamed == 0 ? "" : "-r" + renamed)
                + "-m" + Integer.toString(index, 36);
    }

    static OptionalInt findIndex(String name) {
        Matcher matcher = INDEX.matcher(name.toLowerCase(Locale.ROOT));
        if (!matcher.find() || matcher.group(1).length() > 5) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(matcher.group(1), 36));
    }
}
