package licet.registry.whatif;

import java.util.Optional;
import licet.rules.facts.Deployment;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Figures;
import licet.rules.facts.Ids;
import licet.rules.facts.Period;
import licet.rules.facts.Question;
import licet.rules.license.Act;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Threshold;

/** Reads the id of a question back. Verdicts name their open questions by id alone. */
public final class QuestionIds {
    private static final int WITHOUT_CONTROL = 5;

    private QuestionIds() {}

    /** Empty for what is no id of a question. */
    public static Optional<Question> find(String id) {
        try {
            return Optional.of(parse(id.split(":", -1)))
                    .filter(question -> question.id().equals(id));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static Question parse(String[] parts) {
        return switch (parts[0]) {
            case "figure" -> figure(parts);
            case "seat" -> new Question.Seat(new EntityKey(parts[1]));
            case "entity" ->
                new Question.AboutEntity(
                        new EntityKey(parts[2]), Ids.parse(Question.AboutEntity.EntityFact.class, parts[1]));
            case "deployment" -> new Question.AboutDeployment(Ids.parse(Deployment.FactName.class, parts[1]));
            case "act" -> new Question.DoesAct(Ids.parse(Act.class, parts[1]));
            default -> throw new IllegalArgumentException("no kind of question is called " + parts[0]);
        };
    }

    private static Question figure(String[] parts) {
        return new Question.Figure(
                Ids.parse(Threshold.Metric.class, parts[1]),
                new EntityKey(parts[2]),
                Ids.parse(Figures.Breadth.class, parts[3]),
                new Period(parts[4]),
                parts.length > WITHOUT_CONTROL
                        ? Optional.of(Ids.parse(ControlTest.class, parts[WITHOUT_CONTROL]))
                        : Optional.empty());
    }
}
