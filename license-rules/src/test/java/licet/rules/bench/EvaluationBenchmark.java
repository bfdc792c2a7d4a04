package licet.rules.bench;

import java.util.List;
import licet.rules.Knowledge;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.license.Clause;
import licet.rules.lineage.Conclusion;
import licet.rules.policy.CompiledPolicy;
import licet.rules.policy.ProgramsAlone;
import licet.rules.verdict.Assessment;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One evaluation of one use, against the part of it that no implementation can leave out: the conditions of its policy.
 * Both read the same facts; the conditions alone find them bound already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class EvaluationBenchmark {
    private final Knowledge knowledge = Knowledge.load(false);
    private final Evaluator evaluator = new Evaluator(knowledge.licenses(), knowledge.regions()::contains);
    private final Conclusion model = EvaluationInput.model(knowledge);
    private final Deployment deployment = EvaluationInput.deployment();
    private final Organization organization = EvaluationInput.organization();
    private final CompiledPolicy policy = EvaluationInput.policy(knowledge);
    private final List<Instrument> instruments = EvaluationInput.instruments();
    private final ProgramsAlone programs =
            ProgramsAlone.of(policy, model.profile(), deployment, organization, EvaluationInput.DAY);
    private final Assessment assessment = wholeEvaluation();

    @Setup
    public void isWhatItSays() {
        var findings = conclude().findings();
        check(programs.size() == EvaluationInput.RULES, programs.size() + " rules");
        check(model.lineage().nodes().size() == 3, "nodes " + model.lineage().nodes());
        check(clauses() >= 38 && clauses() <= 46, clauses() + " clauses");
        check(organization.figures().all().size() == 20, "figures");
        check(findings.size() > clauses(), "a finding for each clause: " + findings.size());
        check(
                findings.stream()
                                .filter(cited -> cited.finding() instanceof Finding.Waived)
                                .count()
                        >= 2,
                "waived in " + findings);
        check(
                findings.stream()
                        .anyMatch(cited ->
                                !cited.evidence().isEmpty() && cited.via().size() == 3),
                "cited");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("the benchmark measures something else than it says: " + what);
        }
    }

    /** How many clauses of the three nodes say something that is judged. */
    private long clauses() {
        return model.profile().terms().stream()
                .filter(term -> term.artifact() == Artifact.WEIGHTS)
                .flatMap(term ->
                        knowledge
                                .licenses()
                                .clausesOf(knowledge
                                        .licenses()
                                        .get(term.candidates().getFirst()))
                                .stream())
                .filter(clause -> !(clause instanceof Clause.Term))
                .count();
    }

    @Benchmark
    public int celProgramsAlone() {
        return programs.evaluate();
    }

    @Benchmark
    public Assessment wholeEvaluation() {
        return evaluator.assess(model.profile(), deployment, organization, policy, EvaluationInput.DAY);
    }

    @Benchmark
    public Verdict conclude() {
        return Evaluator.conclude(assessment, instruments, model.bindings(), EvaluationInput.NOW);
    }
}
