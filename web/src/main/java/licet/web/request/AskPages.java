package licet.web.request;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.approval.ApprovalRequest;
import licet.registry.approval.RequestState;
import licet.registry.approval.Requests;
import licet.registry.platform.http.Principal;
import licet.rules.explain.VerdictDocument;
import licet.web.layout.FormProblem;

/** Puts together what somebody sees who wants to ask for approval. */
@Singleton
final class AskPages {
    private static final String DENY = "DENY";
    private static final String NEEDS = "NEEDS";

    private final Sight sight;
    private final Requests requests;

    AskPages(Sight sight, Requests requests) {
        this.sight = sight;
        this.requests = requests;
    }

    AskView page(AskForm form, String formToken, Principal caller, List<FormProblem> problems) {
        var subject = form.subject();
        var seen = sight.of(subject, caller);
        var before = seen.before();
        var running = running(sight.source(subject), before.model().model().value(), seen, caller);
        var lifts = Set.copyOf(seen.lifts());
        var stages = before.stages();
        return new AskView(
                formToken,
                subject.source().orElse(""),
                seen.verdict(),
                obstacle(seen, running),
                reasons(seen.verdict(), lifts),
                seen.verdict().reasons().stream()
                        .filter(reason -> !lifts.contains(reason.id()))
                        .filter(reason -> Set.of(DENY, NEEDS).contains(reason.effect()))
                        .toList(),
                StageView.columns(
                        stages, stages.stream().map(StageView::planned).toList()),
                before.workflow().validDays(),
                running,
                before.workflow().breakGlassHours(),
                form,
                GlassForm.empty(),
                problems);
    }

    /** A rule that several stages decide on is one reason for each of them; people read it once. */
    static List<VerdictDocument.Reason> reasons(VerdictDocument verdict, Set<String> ids) {
        return verdict.reasons().stream()
                .filter(reason -> ids.contains(reason.id()))
                .toList();
    }

    private static AskView.Obstacle obstacle(Sight.Seen seen, Optional<UUID> running) {
        if (running.isPresent()) {
            return AskView.Obstacle.RUNNING;
        }
        if (!seen.before().unliftable().isEmpty()) {
            return AskView.Obstacle.VIOLATED;
        }
        if (seen.before().reviews().isEmpty()) {
            return seen.verdict().permitted() ? AskView.Obstacle.PERMITTED : AskView.Obstacle.NOTHING_WAITS;
        }
        return AskView.Obstacle.NONE;
    }

    /** Somebody's request for the same, or the caller's own draft of one. */
    private Optional<UUID> running(String source, String model, Sight.Seen seen, Principal caller) {
        return requests.ofModel(source, model).stream()
                .filter(one -> one.about().modelId() == seen.before().model().id()
                        && one.about().revision().equals(seen.before().model().revision())
                        && one.about()
                                .deployment()
                                .equals(seen.before().deployment().value()))
                .filter(one -> one.state().isOpen() || isOwnDraft(one, caller))
                .map(ApprovalRequest::id)
                .findFirst();
    }

    private static boolean isOwnDraft(ApprovalRequest one, Principal caller) {
        return one.state() == RequestState.DRAFT && one.requester().id().equals(caller.personId());
    }
}
