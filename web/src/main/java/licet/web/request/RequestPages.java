package licet.web.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.approval.Approval;
import licet.registry.approval.ApprovalRequest;
import licet.registry.approval.ApprovalRights;
import licet.registry.approval.Conditions;
import licet.registry.approval.KnownApprovals;
import licet.registry.approval.RequestState;
import licet.registry.approval.Requests;
import licet.registry.approval.StageProgress;
import licet.registry.approval.Waiting;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Basis;

/** Puts the page of one request together. */
@Singleton
final class RequestPages {
    private final Requests requests;
    private final KnownApprovals approvals;
    private final Waiting waiting;
    private final Sight sight;
    private final Colleagues colleagues;
    private final Clock clock;

    RequestPages(
            Requests requests,
            KnownApprovals approvals,
            Waiting waiting,
            Sight sight,
            Colleagues colleagues,
            Clock clock) {
        this.requests = requests;
        this.approvals = approvals;
        this.waiting = waiting;
        this.sight = sight;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** Who looks. @param formToken empty where nothing can be sent */
    record Look(Principal caller, Optional<String> formToken) {}

    RequestView page(UUID id, Look look, Sent sent) {
        var request = requests.get(id);
        var seen = sight.find(subject(request), look.caller());
        boolean changed = isChanged(request, seen);
        var approval = approvals.find(id);
        var lifted = Set.copyOf(request.lifts());
        var reasons = seen.map(
                        now -> AskPages.reasons(now.verdict(), lifted.isEmpty() ? Set.copyOf(now.lifts()) : lifted))
                .orElse(List.of());
        var known = reasons.stream().map(VerdictDocument.Reason::id).collect(Collectors.toSet());
        return new RequestView(
                request,
                stages(request),
                seen.map(Sight.Seen::verdict),
                reasons,
                request.lifts().stream().filter(one -> !known.contains(one)).toList(),
                request.basis().map(Basis::evidence).orElseGet(TreeMap::new),
                changed,
                isActing(request, seen),
                approval,
                request.broken().stream()
                        .filter(glass -> glass.actsAt(clock.instant()))
                        .findFirst(),
                TimelineLine.of(request),
                desk(request, look, changed, approval),
                sent);
    }

    ApprovalRequest get(UUID id) {
        return requests.get(id);
    }

    private List<List<StageView>> stages(ApprovalRequest request) {
        var now = clock.instant();
        var boxes = StageProgress.of(request).stream()
                .map(stage -> StageView.of(stage, now))
                .toList();
        return StageView.columns(request.stages(), boxes);
    }

    private static Sight.Subject subject(ApprovalRequest request) {
        var about = request.about();
        return new Sight.Subject(
                Optional.of(about.source()),
                new ModelId(about.model()),
                Optional.of(about.revision()),
                new DeploymentKey(about.deployment()));
    }

    /** A name that belongs to another model now is something else as well. */
    private static boolean isChanged(ApprovalRequest request, Optional<Sight.Seen> seen) {
        return request.basis()
                .filter(basis -> seen.map(Sight.Seen::before)
                        .filter(now -> now.model().id() == request.about().modelId())
                        .filter(now -> now.basis().digest().equals(basis.digest()))
                        .isEmpty())
                .isPresent();
    }

    private static boolean isActing(ApprovalRequest request, Optional<Sight.Seen> seen) {
        String own = "approval:" + request.id();
        return seen.stream()
                .flatMap(now -> now.verdict().reasons().stream())
                .flatMap(reason -> reason.instrument().stream())
                .anyMatch(paper -> paper.id().equals(own) || paper.id().startsWith(own + ":"));
    }

    private RequestView.Desk desk(ApprovalRequest request, Look look, boolean changed, Optional<Approval> approval) {
        var caller = look.caller();
        boolean own = request.requester().id().equals(caller.personId()) && ApprovalRights.mayRequest(caller);
        boolean part = ApprovalRights.takesPart(caller);
        boolean review = request.state() == RequestState.IN_REVIEW;
        boolean closed = request.decidedAt().isPresent();
        var says = changed ? List.<RequestView.SayView>of() : says(request, caller);
        return new RequestView.Desk(
                look.formToken().orElse(""),
                own && request.state() == RequestState.DRAFT,
                own && request.state() == RequestState.RETURNED,
                own && !closed,
                part && review && changed,
                part && !closed,
                ApprovalRights.mayRequest(caller) && closed,
                part || caller.has(Role.AUDITOR),
                approval.filter(one -> one.end().isEmpty() && clock.instant().isBefore(one.until()))
                        .filter(one -> ApprovalRights.mayEnd(one, caller))
                        .isPresent(),
                request.conditions().stream()
                        .filter(condition -> Conditions.mayClose(request, condition, caller))
                        .map(ApprovalRequest.Condition::id)
                        .collect(Collectors.toSet()),
                says,
                says.isEmpty() ? List.of() : colleagues.logins());
    }

    private List<RequestView.SayView> says(ApprovalRequest request, Principal caller) {
        return waiting.says(request, caller).stream()
                .map(say -> new RequestView.SayView(
                        say.onBehalfOf()
                                .map(away -> say.stage() + ":" + away.id())
                                .orElse(say.stage()),
                        say.stage(),
                        say.onBehalfOf().map(ApprovalRequest.Person::login)))
                .toList();
    }
}
