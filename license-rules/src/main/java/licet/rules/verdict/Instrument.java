package licet.rules.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import licet.rules.facts.Ordered;
import licet.rules.license.LicenseKey;

/**
 * What can lift findings. Each kind lifts only its own; the table is in {@link Lifting}.
 *
 * @param lifts ids of the subjects that it names
 * @param reach to which use and evidence it is limited
 * @param from first moment at which it acts
 * @param until first moment at which it no longer acts
 * @param text of an acceptance: what was accepted; it lifts nothing for a model under other texts, and where it is open
 *     which version binds, it says so
 * @param pin of a waiver: what people saw when they gave it; it lifts nothing where that is not the same any more
 */
public record Instrument(
        String id,
        Kind kind,
        Set<String> lifts,
        Reach reach,
        Instant from,
        Optional<Instant> until,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Text> text,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Pin> pin) {
    public Instrument {
        lifts = Ordered.copy(lifts);
    }

    /** One that nothing pins. */
    public Instrument(
            String id,
            Kind kind,
            Set<String> lifts,
            Reach reach,
            Instant from,
            Optional<Instant> until,
            Optional<Text> text) {
        this(id, kind, lifts, reach, from, until, text, Optional.empty());
    }

    /** One that is about no text of its own. */
    public Instrument(String id, Kind kind, Set<String> lifts, Reach reach, Instant from, Optional<Instant> until) {
        this(id, kind, lifts, reach, from, until, Optional.empty());
    }

    /** One without any limit but its term. */
    public Instrument(String id, Kind kind, Set<String> lifts, Instant from, Optional<Instant> until) {
        this(id, kind, lifts, Reach.EVERYWHERE, from, until);
    }

    /**
     * A version of a text.
     *
     * @param key of the license or use policy, absent for a text that is not in the catalog
     * @param sha256 of its bytes; without a key the model has to show a file with this hash
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Text(Optional<LicenseKey> key, Optional<String> sha256) {}

    /**
     * The rule and the text behind a finding.
     *
     * @param rule digest of all that the rule says
     * @param texts hashes of the license files that the judged model shows, none where it has none; absent where the pin
     *     is held against no model
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Pin(String rule, Optional<Set<String>> texts) {
        public Pin {
            texts = texts.map(Ordered::copy);
        }
    }

    public enum Kind {
        AGREEMENT,
        ACCEPTANCE,
        CLEARING,
        LEGAL_POSITION,
        APPROVAL,
        WAIVER
    }

    public boolean actsAt(Instant instant) {
        return !instant.isBefore(from) && until.map(instant::isBefore).orElse(true);
    }
}
