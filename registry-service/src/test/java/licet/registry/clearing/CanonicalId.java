package licet.registry.clearing;

import licet.rules.format.CanonicalJson;

/** Ids in the form of the Hub's own, one for each name. */
final class CanonicalId {
    private CanonicalId() {}

    static String of(String name) {
        return CanonicalJson.digest(name).substring(0, 24);
    }
}
