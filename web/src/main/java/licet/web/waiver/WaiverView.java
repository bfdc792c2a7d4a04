package licet.web.waiver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.registry.waiver.Waiver;
import licet.registry.waiver.WaiverState;
import licet.web.layout.FormProblem;

/**
 * One waiver.
 *
 * @param steps that whoever looks may take: confirm, reject, withdraw or revoke
 * @param said what was typed as a reason and has to be mended
 */
public record WaiverView(
        Waiver waiver,
        WaiverState state,
        List<String> steps,
        boolean readsDocument,
        String formToken,
        String said,
        List<FormProblem> problems) {
    public WaiverView {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /**
     * One thing that happened.
     *
     * @param kind word of what happened
     * @param who empty where it happened by itself
     */
    public record Line(Instant at, String kind, Optional<String> who, String words) {}

    /** The oldest first. */
    public List<Line> timeline() {
        var all = new ArrayList<Line>();
        var proposed = waiver.proposed();
        all.add(new Line(proposed.at(), "proposed", Optional.of(proposed.login()), waiver.reason()));
        waiver.decided()
                .ifPresent(step -> all.add(new Line(
                        step.at(),
                        waiver.state() == WaiverState.REJECTED ? "rejected" : "confirmed",
                        Optional.of(step.login()),
                        step.why())));
        waiver.ended()
                .ifPresent(end -> all.add(new Line(end.at(), waiver.state().word(), end.login(), end.why())));
        return all;
    }

    public String address() {
        return "/waivers/" + waiver.id();
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
