package licet.rules.lineage;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What else the evidence says about a model that rules may read. Never names, hashes, age or popularity: every model
 * would become its own profile.
 */
public record Traits(Modality modality, Gating gating, Scan scan, SortedSet<WeightFormat> formats, SizeBucket size) {
    public static final Traits UNKNOWN =
            new Traits(Modality.UNKNOWN, Gating.MANUAL, Scan.UNKNOWN, new TreeSet<>(), SizeBucket.UNKNOWN);

    public Traits {
        formats = Collections.unmodifiableSortedSet(new TreeSet<>(formats));
    }

    public enum Gating {
        NONE,
        AUTO,
        MANUAL
    }

    /** The Hub's security scan. */
    public enum Scan {
        CLEAN,
        FLAGGED,
        UNKNOWN
    }

    public enum WeightFormat {
        SAFETENSORS,
        GGUF,
        PYTORCH,
        OTHER
    }

    /** Parameters in steps, so that policy can speak of size without naming a model. */
    public enum SizeBucket {
        UNKNOWN,
        UP_TO_4B,
        UP_TO_15B,
        UP_TO_40B,
        UP_TO_100B,
        ABOVE_100B;

        public static SizeBucket of(long parameters) {
            long billions = Math.ceilDiv(parameters, 1_000_000_000L);
            if (billions <= 4) {
                return UP_TO_4B;
            }
            if (billions <= 15) {
                return UP_TO_15B;
            }
            if (billions <= 40) {
                return UP_TO_40B;
            }
            return billions <= 100 ? UP_TO_100B : ABOVE_100B;
        }
    }
}
