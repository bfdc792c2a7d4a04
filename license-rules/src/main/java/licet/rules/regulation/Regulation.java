package licet.rules.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.rules.Check;
import licet.rules.SourceText;

/**
 * A law or an order of an authority, as dated rules that an organization's policy can switch on.
 *
 * @param jurisdiction country or region code, for example {@code US} or {@code EU}
 * @param timeline what happened to it, in the order of the days
 * @param sources where its wording was seen
 */
public record Regulation(
        String id,
        String title,
        String authority,
        String jurisdiction,
        Status status,
        List<Event> timeline,
        List<Reference> sources,
        List<Rule> rules) {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Regulation {
        Check.matches(id, KEY, "regulation id");
        timeline = List.copyOf(timeline);
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
        Check.that(
                timeline.stream()
                        .map(Event::date)
                        .sorted()
                        .toList()
                        .equals(timeline.stream().map(Event::date).toList()),
                "the timeline of " + id + " must go by the days");
        for (var rule : rules) {
            Check.that(
                    status != Status.PROPOSED || rule.then() == Effect.INFORMS,
                    "%s is only proposed, so its rule %s can inform and nothing else".formatted(id, rule.id()));
            Check.that(
                    status != Status.RESCINDED || rule.until().isPresent(),
                    "%s is rescinded, so its rule %s needs the day from which it no longer acts"
                            .formatted(id, rule.id()));
        }
    }

    public enum Status {
        IN_FORCE,
        /** Decided, but nothing of it acts yet. */
        ADOPTED,
        PROPOSED,
        RESCINDED
    }

    public record Event(LocalDate date, String what) {}

    /** @param citation document and place in it, as a lawyer would look it up */
    public record Reference(String citation, Mark mark) {}

    /** How well a source is known. */
    public enum Mark {
        /** Seen in a public text. */
        SEEN,
        /** Not verified. */
        GENERAL_KNOWLEDGE
    }

    /** What a rule does to a verdict. */
    public enum Effect {
        PROHIBITS,
        /** Whether it reaches the case is for counsel to say. */
        COUNSEL,
        INFORMS
    }

    /**
     * One dated rule.
     *
     * @param from first day on which it acts
     * @param until first day on which it no longer acts
     * @param byDefault whether naming the regulation switches it on; else it has to be named itself
     * @param when condition in CEL, as in a policy
     */
    public record Rule(
            String id,
            String section,
            Reach reach,
            LocalDate from,
            Optional<LocalDate> until,
            boolean byDefault,
            Effect then,
            SourceText when,
            SourceText because) {
        public Rule {
            Check.matches(id, KEY, "rule id");
            Check.notBlank(section, "section");
            Check.that(until.map(from::isBefore).orElse(true), "rule " + id + " ends before it begins");
        }

        /** The whole condition: what the reach of the rule says, and what the rule says. */
        public SourceText condition() {
            return reach.around(when);
        }
    }
}
