package licet.rules.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.Check;

/**
 * How a request for approval is decided: which stages, in which order, by whom, and for how long the decision holds.
 *
 * @param stages in the order in which pages show them
 * @param automatic what is decided without people, the first that applies
 * @param validDays how long an approval holds
 * @param graceDays how long the gate goes on to permit after an approval became stale; 0 stops it at once
 * @param breakGlassHours longest that an emergency may go around a missing approval; 0 forbids it
 */
public record Workflow(
        List<Stage> stages, List<Automatic> automatic, int validDays, int graceDays, int breakGlassHours) {
    private static final int YEAR = 366;
    private static final int MOST_GRACE_DAYS = 30;
    private static final int MOST_BREAK_GLASS_HOURS = 168;
    private static final int STANDARD_DAYS = 5;

    /** What holds where a policy says nothing: one approver, after whoever a rule names. */
    public static final Workflow STANDARD = new Workflow(
            List.of(new Stage("approval", Reviewer.APPROVER, 1, STANDARD_DAYS, Set.of(), true)), List.of(), YEAR, 0, 0);

    public Workflow {
        stages = List.copyOf(stages);
        automatic = List.copyOf(automatic);
        within("valid-days", validDays, 1, YEAR);
        within("grace-days", graceDays, 0, MOST_GRACE_DAYS);
        within("break-glass-hours", breakGlassHours, 0, MOST_BREAK_GLASS_HOURS);
        Check.that(
                stages.stream().anyMatch(Stage::always), "at least one stage must be asked always; add 'always: true'");
        requireOrder(stages);
    }

    private static void within(String what, int value, int least, int most) {
        Check.that(
                value >= least && value <= most,
                "%s must be between %d and %d, but is %d".formatted(what, least, most, value));
    }

    /** Who may act in a stage. */
    public enum Reviewer {
        LEGAL,
        SECURITY,
        PRIVACY,
        FINANCE,
        PRODUCT,
        APPROVER
    }

    /**
     * @param key by which rules name it in {@code approval-by}
     * @param quorum how many different people have to agree
     * @param days after which it counts as late
     * @param after stages that must be done before; those that a request does not have are skipped
     * @param always whether every request has it, or only one with a finding that names it
     */
    public record Stage(String key, Reviewer by, int quorum, int days, Set<String> after, boolean always) {
        private static final int MOST_PEOPLE = 9;

        public Stage {
            Check.notBlank(key, "stage");
            within("quorum of " + key, quorum, 1, MOST_PEOPLE);
            within("days of " + key, days, 1, YEAR);
            after = licet.rules.facts.Ordered.copy(after);
        }
    }

    /**
     * @param rules ids; it rejects when any of them asks for review, and approves when no other does
     * @param because the reason that stands in the decision
     */
    public record Automatic(Set<String> rules, Decision then, String because) {
        public Automatic {
            rules = licet.rules.facts.Ordered.copy(rules);
            Check.that(!rules.isEmpty(), "an automatic decision names at least one rule");
            Check.notBlank(because, "because of an automatic decision");
        }
    }

    public enum Decision {
        APPROVE,
        REJECT
    }

    /** A stage that a rule names and the workflow does not describe is decided by approvers. */
    public Stage stage(String key) {
        return stages.stream()
                .filter(stage -> stage.key().equals(key))
                .findFirst()
                .orElseGet(() -> new Stage(key, reviewer(key), 1, STANDARD_DAYS, Set.of(), false));
    }

    private static Reviewer reviewer(String key) {
        for (var reviewer : Reviewer.values()) {
            if (licet.rules.facts.Ids.of(reviewer).equals(key)) {
                return reviewer;
            }
        }
        return Reviewer.APPROVER;
    }

    /** The stages of a request: those that are asked always and those that its findings name. */
    public List<Stage> asked(SortedSet<String> named) {
        var keys = new LinkedHashSet<String>();
        stages.stream()
                .filter(stage -> stage.always() || named.contains(stage.key()))
                .forEach(stage -> keys.add(stage.key()));
        keys.addAll(named);
        return keys.stream().map(this::stage).toList();
    }

    private static void requireOrder(List<Stage> stages) {
        Map<String, Set<String>> waiting = new HashMap<>();
        for (var stage : stages) {
            Check.that(waiting.put(stage.key(), stage.after()) == null, "two stages are called " + stage.key());
        }
        for (var stage : stages) {
            var unknown = new TreeSet<>(stage.after());
            unknown.removeAll(waiting.keySet());
            Check.that(
                    unknown.isEmpty(),
                    "stage %s comes after %s, which is no stage; name one of %s"
                            .formatted(stage.key(), String.join(", ", unknown), new TreeSet<>(waiting.keySet())));
        }
        var done = new HashSet<String>();
        while (done.size() < stages.size()) {
            var next = waiting.keySet().stream()
                    .filter(key -> !done.contains(key) && done.containsAll(waiting.get(key)))
                    .toList();
            Check.that(!next.isEmpty(), "stages wait for each other: " + missing(waiting, done));
            done.addAll(next);
        }
    }

    private static SortedSet<String> missing(Map<String, Set<String>> waiting, Set<String> done) {
        var left = new TreeSet<>(waiting.keySet());
        left.removeAll(done);
        return left;
    }
}
