package licet.registry.attestation;

import licet.registry.platform.ClosedChoice;

/** How a permission is written down. */
public enum AttestationFormat implements ClosedChoice {
    /** An in-toto statement with a Simple Verification Result, in a DSSE envelope. */
    SVR("svr"),
    /** The same with the Verification Summary of SLSA. */
    VSA("vsa"),
    /** A signed JSON Web Token, for an hour at most. */
    JWT("jwt");

    private final String word;

    AttestationFormat(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
