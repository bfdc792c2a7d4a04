package licet.rules.policy;

import java.util.List;

/** A checked condition as a tree of what it asks, so that it can be said in words. */
public sealed interface Asked {
    record Every(List<Asked> parts) implements Asked {
        public Every {
            parts = List.copyOf(parts);
        }
    }

    record Either(List<Asked> parts) implements Asked {
        public Either {
            parts = List.copyOf(parts);
        }
    }

    record Not(Asked part) implements Asked {}

    record Compared(Operator operator, Asked left, Asked right) implements Asked {}

    /** @param holds what is asked of the items, each of which is an {@link Item} */
    record OfItems(Quantifier quantifier, Asked list, Asked holds) implements Asked {}

    /** The items of a list that hold something. */
    record Those(Asked list, Asked holds) implements Asked {}

    record Count(Asked list) implements Asked {}

    record OlderThan(Asked date, long days) implements Asked {}

    record Region(String code) implements Asked {}

    /** @param name for example {@code model.scan} */
    record Fact(String name) implements Asked {}

    record Item() implements Asked {}

    record Text(String value) implements Asked {}

    /** A number, or true or false, as it is written. */
    record Plain(String value) implements Asked {}

    record Values(List<Asked> items) implements Asked {
        public Values {
            items = List.copyOf(items);
        }
    }

    record Choice(Asked condition, Asked then, Asked otherwise) implements Asked {}

    enum Operator {
        EQUAL,
        NOT_EQUAL,
        IN,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST,
        STARTS_WITH,
        ENDS_WITH,
        CONTAINS
    }

    enum Quantifier {
        SOME,
        ALL,
        ONE
    }
}
