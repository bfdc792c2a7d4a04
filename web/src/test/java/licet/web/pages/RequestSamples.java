package licet.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Digest;
import licet.registry.alert.Severity;
import licet.registry.alert.Subscriber;
import licet.registry.alert.Subscription;
import licet.registry.alert.SubscriptionScope;
import licet.registry.approval.Approval;
import licet.registry.approval.ApprovalRequest;
import licet.registry.approval.ApprovalState;
import licet.registry.approval.BoardRow;
import licet.registry.approval.BrokenGlass;
import licet.registry.approval.OwedCondition;
import licet.registry.approval.RequestState;
import licet.registry.approval.Requests;
import licet.registry.approval.Vote;
import licet.registry.approval.Waiting;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.license.Act;
import licet.rules.policy.Workflow;
import licet.rules.verdict.Basis;
import licet.rules.verdict.BasisChange;
import licet.rules.verdict.Reach;
import licet.web.layout.FormProblem;
import licet.web.request.ApprovalListView;
import licet.web.request.AskForm;
import licet.web.request.AskView;
import licet.web.request.AwayView;
import licet.web.request.BoardView;
import licet.web.request.BulkView;
import licet.web.request.DecisionView;
import licet.web.request.GlassForm;
import licet.web.request.InboxView;
import licet.web.request.NewsFilter;
import licet.web.request.NewsLine;
import licet.web.request.NewsView;
import licet.web.request.RequestView;
import licet.web.request.Sent;
import licet.web.request.StageView;
import licet.web.request.SubscriptionsView;
import licet.web.request.TimelineLine;

/** Invented requests in the shape of real ones. */
final class RequestSamples {
    private static final Instant DAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final UUID ID = new UUID(1, 2);
    private static final ApprovalRequest.Person WHO = new ApprovalRequest.Person(ID, Samples.SCRIPT);
    private static final List<List<StageView>> STAGES = List.of(
            List.of(
                    new StageView("legal", "legal", 1, 1, 5, "done", Optional.empty(), false),
                    new StageView("security", "security", 2, 1, 5, "open", Optional.of(DAY), true)),
            List.of(new StageView("approval", "approver", 1, 0, 3, "later", Optional.empty(), false)));

    private RequestSamples() {}

    static AskView asking(boolean right) {
        var review = Samples.reason("NEEDS", "policy", "Somebody has to look.", Optional.empty());
        return ask(
                AskView.Obstacle.NONE,
                review,
                right
                        ? List.of()
                        : List.of(
                                new FormProblem("justification", "write 1 to 4000 characters"),
                                new FormProblem("glass-hours", "give a whole number of hours"),
                                new FormProblem("glass-reason", "write 1 to 4000 characters")));
    }

    static AskView violated() {
        return ask(
                AskView.Obstacle.VIOLATED,
                Samples.reason("DENY", "license", "The license forbids it.", Optional.empty()),
                List.of());
    }

    private static AskView ask(
            AskView.Obstacle obstacle, licet.rules.explain.VerdictDocument.Reason reason, List<FormProblem> problems) {
        return new AskView(
                "token",
                "local",
                Samples.verdict("NEEDS", "It waits for people.", reason),
                obstacle,
                List.of(reason),
                List.of(reason),
                List.of(List.of(new StageView("legal", "legal", 1, 0, 1, "plan", Optional.empty(), false))),
                365,
                Optional.empty(),
                24,
                new AskForm("acme/model", null, null, "eu-internal", Samples.SCRIPT, "2026-12-31", null),
                new GlassForm("acme/model", null, null, "eu-internal", "x", Samples.SCRIPT),
                problems);
    }

    private static ApprovalRequest request(RequestState state) {
        var decided = state == RequestState.APPROVED ? Optional.of(DAY) : Optional.<Instant>empty();
        var basis = new Basis(
                new TreeMap<>(Map.of("self", List.of("model acme/model", Samples.HASH))),
                new TreeSet<>(Set.of(Samples.SCRIPT)),
                new Reach.Use(
                        new DeploymentKey("eu-internal"),
                        new EntityKey("acme"),
                        Set.of(Act.EVALUATE),
                        Optional.empty()),
                new TreeSet<>(Set.of("agreement:12")));
        return new ApprovalRequest(
                ID,
                state,
                WHO,
                new ApprovalRequest.About("hub", 7, "acme/" + "model", Samples.REVISION, "eu-internal"),
                Samples.SCRIPT,
                Optional.of(LocalDate.of(2026, 12, 31)),
                state == RequestState.DRAFT ? 0 : 1,
                List.of(new Workflow.Stage("legal", Workflow.Reviewer.LEGAL, 1, 5, Set.of(), true)),
                List.of("legal"),
                List.of(new ApprovalRequest.Decided(
                        1, "legal", WHO, Optional.of(WHO), Vote.Decision.APPROVE, Samples.SCRIPT, DAY)),
                List.of(
                        new ApprovalRequest.Condition(
                                ID, Samples.SCRIPT, WHO, LocalDate.of(2027, 1, 1), WHO, Optional.empty()),
                        new ApprovalRequest.Condition(
                                new UUID(1, 3),
                                "Write it down.",
                                WHO,
                                LocalDate.of(2027, 1, 1),
                                WHO,
                                Optional.of(new ApprovalRequest.Done(DAY, WHO, Samples.SCRIPT)))),
                List.of(new ApprovalRequest.Message(
                        ID,
                        WHO,
                        ApprovalRequest.Message.Kind.DOCUMENT,
                        Samples.SCRIPT,
                        Optional.of(new ApprovalRequest.File(Samples.SCRIPT, "text/plain", Samples.HASH)),
                        DAY)),
                List.of("house/look/legal", "house/gone"),
                Optional.of(basis),
                Optional.of(new ApprovalRequest.Since(
                        new UUID(1, 4),
                        Samples.REVISION,
                        DAY,
                        List.of(new BasisChange(BasisChange.Kind.FACT, Samples.SCRIPT, "below 5", "meets 5")))),
                List.of(new BrokenGlass(new UUID(1, 5), ID, WHO, Samples.SCRIPT, DAY, DAY, Optional.empty())),
                new ApprovalRequest.PolicyRef("house", 3),
                DAY,
                DAY,
                DAY,
                decided);
    }

    private static RequestView view(RequestState state, boolean changed, RequestView.Desk desk, Sent sent) {
        var request = request(state);
        var reason = Samples.reason("NEEDS", "policy", Samples.SCRIPT, Optional.empty());
        return new RequestView(
                request,
                state == RequestState.DRAFT ? List.of() : STAGES,
                Optional.of(Samples.verdict("NEEDS", "It waits for people.", reason)),
                List.of(reason),
                List.of("house/gone"),
                request.basis().orElseThrow().evidence(),
                changed,
                false,
                state == RequestState.APPROVED ? Optional.of(approval(ApprovalState.GRACE)) : Optional.empty(),
                state == RequestState.IN_REVIEW ? request.broken().stream().findFirst() : Optional.empty(),
                List.of(
                        new TimelineLine(
                                DAY,
                                "drafted",
                                Optional.of("ada"),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                "",
                                Optional.empty()),
                        new TimelineLine(
                                DAY,
                                "approve",
                                Optional.of(Samples.SCRIPT),
                                Optional.of("bob"),
                                Optional.of("legal"),
                                1,
                                Samples.SCRIPT,
                                Optional.empty()),
                        new TimelineLine(
                                DAY,
                                "document",
                                Optional.of("ada"),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                "The report.",
                                Optional.of(new ApprovalRequest.File("a.txt", "text/plain", Samples.HASH)))),
                desk,
                sent);
    }

    private static Approval approval(ApprovalState state) {
        var stale = new Approval.Stale(
                DAY,
                Optional.of(DAY),
                List.of(new BasisChange(BasisChange.Kind.TERMS, Samples.SCRIPT, Samples.HASH, Samples.SCRIPT)));
        return new Approval(
                ID,
                state,
                WHO,
                new ApprovalRequest.About("hub", 7, "acme/" + "model", Samples.REVISION, "eu-internal"),
                List.of("house/look/legal"),
                Samples.HASH,
                new ApprovalRequest.PolicyRef("house", 3),
                DAY,
                DAY,
                state == ApprovalState.VALID ? Optional.empty() : Optional.of(stale),
                state == ApprovalState.ENDED
                        ? Optional.of(new Approval.End(DAY, Optional.of(ID), Samples.SCRIPT))
                        : Optional.empty(),
                Optional.of(7L));
    }

    /** @param state in which the approval stands */
    static RequestView approved(ApprovalState state) {
        var view = approved();
        return new RequestView(
                view.request(),
                view.stages(),
                view.verdict(),
                view.lifts(),
                view.gone(),
                view.evidence(),
                view.changed(),
                state == ApprovalState.VALID,
                Optional.of(approval(state)),
                view.ahead(),
                view.timeline(),
                view.desk(),
                view.sent());
    }

    static ApprovalListView approvals(boolean full) {
        return new ApprovalListView(
                full
                        ? Stream.of(ApprovalState.values())
                                .map(RequestSamples::approval)
                                .toList()
                        : List.of(),
                full ? "stale" : "",
                List.of("valid", "stale"),
                "",
                List.of("eu-internal"),
                full ? Samples.SCRIPT : "",
                full ? Optional.of("/approvals?cursor=x") : Optional.empty());
    }

    static NewsView news(boolean full) {
        return full
                ? new NewsView(
                        List.of(NEWS), Optional.of("/inbox/news?after=x"), new NewsFilter("", "", false), 3, "token")
                : new NewsView(List.of(), Optional.empty(), new NewsFilter("critical", "", true), 0, "token");
    }

    private static final NewsLine NEWS = new NewsLine(
            ID,
            "license-text-changed",
            "critical",
            new NewsLine.AboutLine(
                    "/requests/" + ID,
                    Samples.SCRIPT,
                    "eu-internal",
                    Optional.of(new NewsLine.Difference("LICENSE", Samples.SCRIPT, "You may not.")),
                    "disabled",
                    Optional.of(LocalDate.of(2027, 2, 1))),
            Optional.of(DAY),
            DAY,
            false,
            List.of(),
            true);

    static SubscriptionsView subscriptions(boolean full) {
        var me = new Subscriber("person", ID.toString(), "ada");
        var one = new Subscription(
                ID,
                me,
                new Subscription.Wish(
                        SubscriptionScope.FAMILY,
                        Samples.SCRIPT,
                        Severity.CRITICAL,
                        Set.of(AlertKind.MODEL_NEW, AlertKind.WEIGHTS_CHANGED),
                        Digest.WEEKLY),
                DAY);
        var sent = new Sent(
                "subscription",
                Map.of("about", Samples.SCRIPT, "kinds", "model-new"),
                List.of(new FormProblem("subscription-about", "write it as owner/name")));
        return full
                ? new SubscriptionsView("token", List.of(one), List.of(me), List.of("eu-internal"), sent)
                : new SubscriptionsView("token", List.of(), List.of(me), List.of(), new Sent("", Map.of(), List.of()));
    }

    private static RequestView.Desk desk(boolean own, boolean closed, List<RequestView.SayView> says) {
        return new RequestView.Desk(
                "token",
                own,
                own,
                own,
                !closed,
                !closed,
                closed,
                true,
                closed,
                closed ? Set.of(ID) : Set.of(),
                says,
                List.of("ada", Samples.SCRIPT));
    }

    private static final List<RequestView.SayView> SAYS = List.of(
            new RequestView.SayView("legal", "legal", Optional.empty()),
            new RequestView.SayView("security:" + ID, "security", Optional.of("bob")));

    static RequestView inReview(boolean decides) {
        var nothing = new RequestView.Desk(
                "token", false, false, false, false, false, false, false, false, Set.of(), List.of(), List.of());
        return view(
                RequestState.IN_REVIEW,
                !decides,
                decides ? desk(false, false, SAYS.subList(1, 2)) : nothing,
                new Sent("", Map.of(), List.of()));
    }

    static RequestView refused() {
        var sent = new Sent(
                "decide",
                Map.of("reason", "", "condition0", Samples.SCRIPT, "decision", "approve"),
                List.of(
                        new FormProblem("decide-reason", "write 1 to 4000 characters"),
                        new FormProblem("decide-condition", "write the login of somebody who is active"),
                        new FormProblem("main", "somebody was faster")));
        return view(RequestState.IN_REVIEW, false, desk(true, false, SAYS), sent);
    }

    static RequestView draft() {
        return view(RequestState.DRAFT, false, desk(true, false, List.of()), new Sent("", Map.of(), List.of()));
    }

    static RequestView returned() {
        var sent = new Sent("answer", Map.of(), List.of(new FormProblem("answer-words", "write something")));
        return view(RequestState.RETURNED, true, desk(true, false, List.of()), sent);
    }

    static RequestView approved() {
        return view(RequestState.APPROVED, true, desk(false, true, List.of()), new Sent("", Map.of(), List.of()));
    }

    static DecisionView record() {
        return new DecisionView(approved());
    }

    static InboxView inbox(boolean full) {
        var line = new Waiting.Line(
                ID,
                "acme/model",
                Samples.REVISION,
                "eu-internal",
                WHO,
                Optional.of(LocalDate.of(2026, 12, 31)),
                1,
                List.of("legal", "security"),
                "legal",
                Optional.empty(),
                DAY,
                true);
        var own = new Requests.Own(
                ID,
                RequestState.IN_REVIEW,
                "acme/model",
                Samples.REVISION,
                "eu-internal",
                Optional.empty(),
                List.of("legal"),
                DAY);
        return full
                ? new InboxView(
                        List.of(line),
                        Optional.of("/inbox?cursor=x"),
                        List.of(own),
                        List.of(WaiverSamples.proposed()),
                        true,
                        List.of(new OwedCondition(
                                ID,
                                ID,
                                "acme/model",
                                Samples.REVISION,
                                "eu-internal",
                                Samples.SCRIPT,
                                WHO,
                                LocalDate.of(2026, 11, 1),
                                true)),
                        List.of(NEWS),
                        70,
                        "token",
                        Optional.of(new BulkView(2, List.of(new BulkView.Refused(ID, Samples.SCRIPT)))),
                        new Sent("", Map.of(), List.of()))
                : new InboxView(
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        true,
                        List.of(),
                        List.of(),
                        0,
                        "token",
                        Optional.empty(),
                        new Sent("", Map.of(), List.of()));
    }

    static AwayView away(boolean full) {
        var line = new AwayView.Line(ID, Samples.SCRIPT, DAY, DAY, true);
        var sent =
                new Sent("away", Map.of("delegate", "x"), List.of(new FormProblem("away-delegate", "name somebody")));
        return full
                ? new AwayView("token", true, List.of(line), List.of(line), List.of("bob"), sent)
                : new AwayView("token", true, List.of(), List.of(), List.of(), new Sent("", Map.of(), List.of()));
    }

    static BoardView board(boolean full) {
        var request = request(RequestState.IN_REVIEW);
        var row = new BoardRow(
                ID,
                RequestState.IN_REVIEW,
                WHO,
                request.about(),
                Optional.empty(),
                1,
                List.of("legal"),
                Optional.of(DAY),
                request.policy(),
                DAY,
                DAY,
                Optional.empty());
        return new BoardView(
                full ? List.of(row) : List.of(),
                full ? Optional.of("/requests?cursor=x") : Optional.empty(),
                full,
                "state=draft",
                full ? Map.of("state", "draft", "model", Samples.SCRIPT, "requester", ID.toString()) : Map.of(),
                List.of("draft", "in-review"),
                List.of("eu-internal"),
                List.of("changed"),
                full ? List.of(new BoardView.Kept(ID, Samples.SCRIPT, "/requests?state=draft", true)) : List.of(),
                DAY,
                "token",
                full ? List.of(new FormProblem("filter-name", "choose another name")) : List.of());
    }
}
