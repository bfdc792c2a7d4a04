package licet.rules.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.cases.Answers;
import licet.rules.cases.CaseWorld;
import licet.rules.cases.FactDraw;
import licet.rules.facts.Question;
import licet.rules.lineage.Profile;
import licet.rules.policy.CompiledPolicy;
import org.junit.jupiter.api.Test;

/**
 * A question is asked only if its answer can change the verdict, an obligation or a reason. For every question of drawn
 * verdicts two completions are looked for that differ only in its answer and come out differently.
 */
class NeededQuestionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int DRAWN = 120;
    private static final int COMPLETIONS = 24;

    @Test
    void at_most_two_in_a_hundred_questions_change_nothing() {
        var unneeded = new ArrayList<String>();
        int asked = 0;
        for (long seed = 0; seed < DRAWN; seed++) {
            var draw = new FactDraw(new Random(seed));
            var drawn = new Drawn(draw.profile(), CaseWorld.policy(seed));
            var open = new Answers.Facts(draw.deployment(), draw.organization());
            var findings = drawn.findings(open);
            for (var question : questions(findings)) {
                asked++;
                if (!drawn.matters(question, open, seed)) {
                    unneeded.add(seed + ": " + question.id() + " by " + askers(findings, question));
                }
            }
        }
        System.out.printf(
                "%d of %d questions changed nothing:%n%s%n", unneeded.size(), asked, String.join("\n", unneeded));
        assertThat(asked).as("questions asked").isGreaterThan(2 * DRAWN);
        assertThat(unneeded.size() * 100.0 / asked)
                .as("unnecessary of %d questions:%n%s", asked, String.join("\n", unneeded))
                .isLessThanOrEqualTo(2.0);
    }

    private record Drawn(Profile profile, CompiledPolicy policy) {
        List<Finding> findings(Answers.Facts facts) {
            return CaseWorld.EVALUATOR
                    .assess(profile, facts.deployment(), facts.organization(), policy, DAY)
                    .findings();
        }

        boolean matters(Question question, Answers.Facts open, long seed) {
            for (int tried = 0; tried < COMPLETIONS; tried++) {
                var rest = new Random(seed * COMPLETIONS + tried).nextLong();
                var outcomes = Answers.to(question).stream()
                        .map(answer -> answer.apply(open))
                        .map(answered -> completed(answered, rest))
                        .distinct()
                        .map(completed -> outcome(findings(completed)))
                        .distinct()
                        .limit(2)
                        .count();
                if (outcomes > 1) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The rest is drawn alike for each answer. */
    private static Answers.Facts completed(Answers.Facts facts, long rest) {
        var acts = new FactDraw(new Random(rest)).completed(facts.deployment());
        return new Answers.Facts(acts, new FactDraw(new Random(rest)).completed(facts.organization()));
    }

    private record Outcome(Subject subject, String because, String kind) {}

    private static Set<Outcome> outcome(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !(finding instanceof Finding.Satisfied) && !(finding instanceof Finding.Noted))
                .map(finding -> new Outcome(
                        finding.subject(),
                        finding.because().key(),
                        finding.getClass().getSimpleName()))
                .collect(Collectors.toSet());
    }

    private static SortedSet<Question> questions(Finding finding) {
        return switch (finding) {
            case Finding.Needs needs -> needs.questions();
            case Finding.Obliges obliges -> obliges.questions();
            case Finding.Satisfied _ -> new TreeSet<>();
            case Finding.Noted _ -> new TreeSet<>();
            case Finding.Violated _ -> new TreeSet<>();
            case Finding.Waived _ -> new TreeSet<>();
        };
    }

    private static SortedSet<Question> questions(List<Finding> findings) {
        var all = new TreeSet<Question>();
        findings.forEach(finding -> all.addAll(questions(finding)));
        return all;
    }

    private static List<String> askers(List<Finding> findings, Question question) {
        return findings.stream()
                .filter(finding -> questions(finding).contains(question))
                .map(finding ->
                        finding.subject().id() + " (" + finding.because().key() + ")")
                .toList();
    }
}
