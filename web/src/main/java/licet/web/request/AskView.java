package licet.web.request;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.rules.explain.VerdictDocument;
import licet.web.layout.FormProblem;

/**
 * The form that asks for approval, or why there is none.
 *
 * @param source {@code local} for an imported model; empty for the Hub's
 * @param lifts what an approval would lift
 * @param rest what would stay open beside it
 * @param stages columns of those that the policy asks for
 * @param days how long an approval would hold
 * @param running the request that asks for the same already
 * @param hours longest that the policy lets somebody go ahead in an emergency; 0 forbids it
 * @param glass what was typed for that
 */
public record AskView(
        String formToken,
        String source,
        VerdictDocument verdict,
        Obstacle obstacle,
        List<VerdictDocument.Reason> lifts,
        List<VerdictDocument.Reason> rest,
        List<List<StageView>> stages,
        int days,
        Optional<UUID> running,
        int hours,
        AskForm form,
        GlassForm glass,
        List<FormProblem> problems) {
    public AskView {
        lifts = List.copyOf(lifts);
        rest = List.copyOf(rest);
        stages = List.copyOf(stages);
        problems = List.copyOf(problems);
    }

    /** Why nobody can be asked. */
    public enum Obstacle {
        NONE,
        VIOLATED,
        PERMITTED,
        NOTHING_WAITS,
        RUNNING
    }

    AskView with(GlassForm typed) {
        return new AskView(
                formToken, source, verdict, obstacle, lifts, rest, stages, days, running, hours, form, typed, problems);
    }

    /** Nobody goes ahead of what nobody can approve. */
    public boolean breaksGlass() {
        return hours > 0 && (obstacle == Obstacle.NONE || obstacle == Obstacle.RUNNING);
    }

    public boolean asks() {
        return obstacle == Obstacle.NONE;
    }

    public String model() {
        return verdict.model().id();
    }

    /** The model for that deployment. */
    public String back() {
        return "/models/" + model() + "?deployment=" + verdict.deployment().key()
                + (source.isEmpty() ? "" : "&source=" + source);
    }

    public String alternatives() {
        return "/models/" + model() + "/alternatives?deployment="
                + verdict.deployment().key() + (source.isEmpty() ? "" : "&source=" + source);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
