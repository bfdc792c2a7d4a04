package licet.rules.text;

import licet.rules.evidence.Identification.NearMiss;
import licet.rules.license.LicenseKey;

/** What a text is. Only {@link Exact} is ever taken for the license. */
public sealed interface Recognition {
    /**
     * The whole text, word by word.
     *
     * @param standIn whether a marked stand-in of the recorded Hub was read instead of the license
     */
    record Exact(LicenseKey license, boolean standIn) implements Recognition {}

    /** Close to a known text, but not the same. */
    record Near(NearMiss miss) implements Recognition {}

    record Unknown() implements Recognition {}
}
