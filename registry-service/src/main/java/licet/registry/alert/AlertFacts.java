package licet.registry.alert;

import java.util.Map;

/** What the text of an alert names, as it is stored. */
record AlertFacts(Map<String, String> named) {
    AlertFacts {
        named = Map.copyOf(named);
    }
}
