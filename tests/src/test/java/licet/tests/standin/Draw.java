package licet.tests.standin;

import java.util.HexFormat;

/** A number that follows from what led to it alone, so that nothing drawn has to be kept. */
record Draw(long bits) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** What is drawn of a model; each is independent of the others. */
    enum Aspect {
        OWNER,
        NAME,
        LICENSE,
        GATE,
        RELATION,
        BASE,
        PIPELINE,
        LIBRARY,
        SHAPE,
        WEIGHTS,
        FILES,
        TAGS,
        LANGUAGES,
        POPULARITY,
        TREND,
        CARD,
        TEXT,
        CONFIG,
        CHANGE,
        HASH
    }

    static Draw of(long seed) {
        return new Draw(mix(seed + GOLDEN));
    }

    Draw at(long step) {
        return new Draw(mix(bits + (step + 1) * GOLDEN));
    }

    Draw at(Aspect aspect) {
        return at(aspect.ordinal() + 1_000_003L);
    }

    /** At least 0 and less than 1. */
    double unit() {
        return (bits >>> 11) * 0x1.0p-53;
    }

    int below(int bound) {
        return (int) (((bits >>> 33) * bound) >>> 31);
    }

    boolean chance(double share) {
        return unit() < share;
    }

    /** Hexadecimal digits, for commits and for hashes of content that exists nowhere. */
    String hex(int digits) {
        var out = new StringBuilder(digits + 16);
        for (long part = 0; out.length() < digits; part++) {
            out.append(HexFormat.of().toHexDigits(at(part).bits));
        }
        out.setLength(digits);
        return out.toString();
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
