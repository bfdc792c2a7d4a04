package licet.rules.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import licet.rules.facts.Ordered;
import licet.rules.facts.Question;
import licet.rules.license.Clause;

/**
 * One clause, grant, identification, lineage or policy rule held against the facts.
 *
 * <p>A finding carries a message key and its arguments; texts are rendered from them later.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "finding")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Finding.Satisfied.class, name = "satisfied"),
    @JsonSubTypes.Type(value = Finding.Noted.class, name = "noted"),
    @JsonSubTypes.Type(value = Finding.Violated.class, name = "violated"),
    @JsonSubTypes.Type(value = Finding.Obliges.class, name = "obliges"),
    @JsonSubTypes.Type(value = Finding.Needs.class, name = "needs"),
    @JsonSubTypes.Type(value = Finding.Waived.class, name = "waived")
})
public sealed interface Finding {
    Subject subject();

    Because because();

    /** The same finding, with the facts that it was held against added. */
    default Finding using(List<FactUsed> facts) {
        return switch (this) {
            case Satisfied(var subject, var because) -> new Satisfied(subject, because.and(facts));
            case Noted(var subject, var because, var whose) -> new Noted(subject, because.and(facts), whose);
            case Violated(var subject, var because, var whose, var remedy, var waiverDays) ->
                new Violated(subject, because.and(facts), whose, remedy, waiverDays);
            case Obliges(var subject, var because, var duty, var questions) ->
                new Obliges(subject, because.and(facts), duty, questions);
            case Needs(var subject, var because, var need, var questions) ->
                new Needs(subject, because.and(facts), need, questions);
            case Waived(var lifted, var instrument) -> new Waived(lifted.using(facts), instrument);
        };
    }

    /** @param key message key; {@code facts} are those that decided */
    record Because(String key, List<String> arguments, List<FactUsed> facts) {
        public Because {
            arguments = List.copyOf(arguments);
            facts = List.copyOf(facts);
        }

        public static Because of(String key, Object... arguments) {
            var written = new String[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                written[i] = String.valueOf(arguments[i]);
            }
            return new Because(key, List.of(written), List.of());
        }

        public Because using(List<FactUsed> used) {
            return new Because(key, arguments, used);
        }

        /** Key and arguments tell reasons apart well enough; the facts are long to go through. */
        @Override
        public int hashCode() {
            return 31 * key.hashCode() + arguments.hashCode();
        }

        Because and(List<FactUsed> more) {
            if (facts.isEmpty()) {
                return using(more);
            }
            var all = new ArrayList<>(facts);
            all.addAll(more);
            return new Because(key, arguments, all);
        }
    }

    /**
     * A fact that decided a finding.
     *
     * @param question the question that the fact answers
     * @param value as shown to those who may see it
     * @param against the limit it was held against; others see only on which side the value lies
     * @param above whether the value met the limit
     */
    record FactUsed(Question question, String value, Optional<String> against, boolean above) {}

    record Satisfied(Subject subject, Because because) implements Finding {}

    /** Somebody else's breach, which does not bar this use as long as it is not passed on. */
    record Noted(Subject subject, Because because, Whose whose) implements Finding {}

    /**
     * @param whose who is in breach
     * @param remedy what would lift it, if anything can
     * @param waiverDays longest that a waiver of it may last, absent where none can lift it or any can
     */
    record Violated(Subject subject, Because because, Whose whose, Remedy remedy, Optional<Integer> waiverDays)
            implements Finding {
        public Violated(Subject subject, Because because, Whose whose, Remedy remedy) {
            this(subject, because, whose, remedy, Optional.empty());
        }
    }

    enum Whose {
        OURS,
        UPSTREAM,
        RECIPIENT
    }

    enum Remedy {
        AGREEMENT,
        WAIVER,
        OTHER_DESIGN,
        OTHER_MODEL
    }

    /** @param questions empty when the duty is due; else it is due only if their answers say so */
    record Obliges(Subject subject, Because because, Clause.Duty.Kind duty, SortedSet<Question> questions)
            implements Finding {
        public Obliges {
            questions = Ordered.copy(questions);
        }
    }

    /** Something that only people can supply. */
    record Needs(Subject subject, Because because, Need need, SortedSet<Question> questions) implements Finding {
        public Needs {
            questions = Ordered.copy(questions);
        }
    }

    enum Need {
        FACT,
        CLEARING,
        EVIDENCE,
        REVIEW,
        ACCEPTANCE,
        REGISTRATION,
        LEGAL_POSITION,
        PLANNED_NAME
    }

    /** @param instrument id of the instrument that lifts {@code lifted} */
    record Waived(Finding lifted, String instrument) implements Finding {
        @Override
        public Subject subject() {
            return lifted.subject();
        }

        @Override
        public Because because() {
            return lifted.because();
        }
    }
}
