package licet.rules.text;

import licet.rules.evidence.Identification.NearMiss;
import licet.rules.license.LicenseKey;

/** What a text is. Only {@link Exact} is ever taken for the license. */
public sealed interface Recognition {
    /**
     * The whole text of a license, word by word.
     *
     * @param standIn whether a marked stand-in of the recorded Hub was read instead of the license
     */
    record Exact(LicenseKey license, boolean standIn) implements Recognition {}

    /** The whole text of a use policy, word by word: it binds through a license and is none. */
    record ExactPolicy(LicenseKey policy) implements Recognition {}

    /** Close to a known license, but not the same. */
    record Near(NearMiss miss) implements Recognition {}

    /** Close to a known use policy, but not the same. */
    record NearPolicy(NearMiss miss) implements Recognition {}

    record Unknown() implements Recognition {}
}
