package licet.registry.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.facts.Question;

/** Facts on record with answers put in their places. Nothing is saved. */
public record Supposed(Deployment deployment, Organization organization) {
    private static final int MOST = 50;

    /**
     * @param answers by the id of the question; an answer without any text leaves it open
     * @param day on which supposed figures are true
     */
    public Supposed with(Map<String, List<String>> answers, LocalDate day) {
        var problems = new ArrayList<FieldError>();
        if (answers.size() > MOST) {
            problems.add(new FieldError("answers", null, "send at most " + MOST + " answers"));
        }
        var all = this;
        for (var answer : new TreeMap<>(answers).entrySet()) {
            try {
                var given = new Given(answer.getValue());
                all = given.values().isEmpty() ? all : all.with(question(answer.getKey()), given, day);
            } catch (IllegalArgumentException e) {
                problems.add(new FieldError(
                        answer.getKey(),
                        String.join(", ", answer.getValue()),
                        Optional.ofNullable(e.getMessage()).orElse("cannot be understood")));
            }
        }
        if (!problems.isEmpty()) {
            throw new RegistryProblem.Malformed(problems).asException();
        }
        return all;
    }

    private static Question question(String id) {
        return QuestionIds.find(id)
                .orElseThrow(() -> new IllegalArgumentException("use the id of a question of the verdict"));
    }

    private Supposed with(Question question, Given given, LocalDate day) {
        return switch (question) {
            case Question.Figure figure ->
                new Supposed(deployment, SupposedOrganization.with(organization, figure, given, deployment, day));
            case Question.Seat(var entity) ->
                new Supposed(deployment, SupposedOrganization.withSeat(organization, entity, given));
            case Question.AboutEntity about ->
                new Supposed(deployment, SupposedOrganization.with(organization, about, given));
            case Question.AboutDeployment(var fact) ->
                new Supposed(SupposedDeployment.with(deployment, fact, given), organization);
            case Question.DoesAct(var act) ->
                new Supposed(SupposedDeployment.with(deployment, act, given.yes()), organization);
        };
    }
}
