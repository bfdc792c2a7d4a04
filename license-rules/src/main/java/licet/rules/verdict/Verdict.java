package licet.rules.verdict;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Question;

/**
 * The answer for one model in one deployment at one moment.
 *
 * @param validUntil first moment at which it must no longer be used
 */
public record Verdict(
        Answer answer,
        List<Cited> findings,
        SortedSet<Question> questions,
        Instant evaluatedAt,
        Optional<Instant> validUntil) {
    public Verdict {
        findings = List.copyOf(findings);
        questions = Collections.unmodifiableSortedSet(new TreeSet<>(questions));
    }

    /**
     * A finding with the places where its evidence stands and the models at its node.
     *
     * @param via models from the judged model to the node, both included
     * @param by what lifted it, where something did
     */
    public record Cited(Finding finding, List<EvidenceRef> evidence, List<ModelId> via, Optional<Instrument> by) {
        public Cited {
            evidence = List.copyOf(evidence);
            via = List.copyOf(via);
        }

        /** One that nothing lifted. */
        public Cited(Finding finding, List<EvidenceRef> evidence, List<ModelId> via) {
            this(finding, evidence, via, Optional.empty());
        }
    }

    /** Whether the verdict permits at this moment: only ALLOW, and never past its validity. */
    public boolean permitsAt(Instant instant) {
        return answer == Answer.ALLOW && validUntil.map(instant::isBefore).orElse(true);
    }

    /** Ids of the findings that stand against permitting, what decides first, in the order in which they are explained. */
    public List<String> against() {
        var denies = findings.stream().filter(cited -> cited.finding() instanceof Finding.Violated);
        var waits = findings.stream().filter(cited -> cited.finding() instanceof Finding.Needs);
        return Stream.concat(denies, waits)
                .map(cited -> cited.finding().subject().id())
                .toList();
    }
}
