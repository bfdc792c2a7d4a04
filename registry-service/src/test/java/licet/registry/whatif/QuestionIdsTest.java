package licet.registry.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import licet.rules.facts.Deployment;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Figures;
import licet.rules.facts.Period;
import licet.rules.facts.Question;
import licet.rules.license.Act;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Threshold;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionIdsTest {
    private static final EntityKey ACME = new EntityKey("acme");

    static Stream<Question> all() {
        var figures = Arrays.stream(Threshold.Metric.values())
                .flatMap(metric -> Stream.of(
                        new Question.Figure(metric, ACME, Figures.Breadth.GROUP, Period.LATEST),
                        new Question.Figure(
                                metric, ACME, Figures.Breadth.PRODUCT, Period.twelveMonthsTo(YearMonth.of(2026, 10))),
                        new Question.Figure(
                                metric,
                                ACME,
                                Figures.Breadth.GROUP,
                                Period.HIGHEST_TWELVE_MONTHS,
                                Optional.of(ControlTest.POWER_TO_DIRECT))));
        return Stream.of(
                        figures,
                        Arrays.stream(Deployment.FactName.values()).map(Question.AboutDeployment::new),
                        Arrays.stream(Act.values()).map(Question.DoesAct::new),
                        Arrays.stream(Question.AboutEntity.EntityFact.values())
                                .map(fact -> new Question.AboutEntity(ACME, fact)),
                        Stream.of(new Question.Seat(ACME)))
                .flatMap(questions -> questions);
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsBackWhatVerdictsWrite(Question question) {
        assertThat(QuestionIds.find(question.id())).contains(question);
        assertThat(AnswerForm.of(question).kind()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "figure",
                "figure:users",
                "seat:",
                "seat:A B",
                "deployment:color",
                "act:fly",
                "entity:seat",
                "figure:monthly-revenue:acme:group:latest:",
                "seat:acme:more",
                "lineage/undeclared"
            })
    void refusesWhatIsNoQuestion(String id) {
        assertThat(QuestionIds.find(id)).isEmpty();
    }
}
