package licet.registry.approval;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;
import licet.registry.terms.PageHistory;
import licet.rules.format.CanonicalJson;
import licet.rules.policy.Workflow;
import licet.rules.verdict.Basis;

/** Reads requests, for the state machine and for people. */
@Singleton
class RequestRows {
    private static final String SELECT =
            "SELECT r.*, p.login FROM approval_request r JOIN person p ON p.id = r.requester";

    private final PageHistory pages;

    RequestRows(PageHistory pages) {
        this.pages = pages;
    }

    /** As the rules of the workflow see it. */
    Request read(Statements sql, RequestEntity row) {
        var of = new Request.Case(row.id, row.requester);
        return switch (state(row.state)) {
            case DRAFT -> new Request.Draft(of);
            case RETURNED -> new Request.Returned(of, row.round);
            case IN_REVIEW -> new Request.InReview(of, stages(row.stages), row.round, votes(sql, row));
            case APPROVED -> new Request.Closed(of, Request.Closed.Outcome.APPROVED);
            case REJECTED -> new Request.Closed(of, Request.Closed.Outcome.REJECTED);
            case WITHDRAWN -> new Request.Closed(of, Request.Closed.Outcome.WITHDRAWN);
        };
    }

    private static List<Vote> votes(Statements sql, RequestEntity row) {
        return sql.list(
                "SELECT * FROM approval_vote WHERE request_id = ? AND round = ? ORDER BY voted_at, person",
                vote -> new Vote(
                        vote.getString("stage"),
                        vote.getObject("person", UUID.class),
                        Optional.ofNullable(vote.getObject("behalf_of", UUID.class)),
                        decision(vote),
                        vote.getString("reason"),
                        List.of(),
                        Statements.getInstant(vote, "voted_at")),
                row.id,
                row.round);
    }

    Optional<ApprovalRequest> find(Statements sql, UUID id) {
        return sql.find(SELECT + " WHERE r.id = ?", row -> request(sql, row), id);
    }

    private ApprovalRequest request(Statements sql, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var state = state(row.getString("state"));
        int round = row.getInt("round");
        var requester = person(row, "requester", "login");
        var stages = stages(row.getString("stages"));
        var decided = decided(sql, id);
        var basis = Optional.of(row.getString("basis"))
                .filter(json -> !json.isEmpty())
                .map(json -> CanonicalJson.read(json, Basis.class));
        return new ApprovalRequest(
                id,
                state,
                requester,
                new ApprovalRequest.About(
                        row.getString("source"),
                        row.getLong("model_id"),
                        row.getString("model"),
                        row.getString("revision"),
                        row.getString("deployment_key")),
                row.getString("justification"),
                Optional.ofNullable(row.getObject("needed_by", LocalDate.class)),
                round,
                stages,
                state == RequestState.IN_REVIEW ? waiting(id, requester, stages, round, decided) : List.of(),
                decided,
                conditions(sql, id),
                messages(sql, id),
                texts(row.getString("lifts")),
                basis,
                basis.isPresent() ? since(sql, row, basis.get()) : Optional.empty(),
                GlassTable.list(sql, id),
                new ApprovalRequest.PolicyRef(row.getString("policy_key"), row.getInt("policy_version")),
                Statements.getInstant(row, "created_at"),
                Statements.getInstant(row, "round_at"),
                Statements.getInstant(row, "changed_at"),
                Optional.ofNullable(Statements.findInstant(row, "decided_at")));
    }

    /** Of the approvals of the model in the deployment the last one before it, of whatever revision. */
    private Optional<ApprovalRequest.Since> since(Statements sql, ResultSet request, Basis basis) throws SQLException {
        return sql.find(
                "SELECT id, revision, basis, valid_from FROM approval WHERE lower(model) = lower(?) AND model_id = ?"
                        + " AND deployment_key = ? AND id <> ? AND valid_from <= ? ORDER BY valid_from DESC, id DESC LIMIT 1",
                row -> {
                    var seen = CanonicalJson.read(row.getString("basis"), Basis.class);
                    var from = Statements.getInstant(row, "valid_from");
                    var changes = new ArrayList<>(seen.changesTo(basis));
                    changes.addAll(StaleApprovals.terms(pages.read(sql), seen, from));
                    return new ApprovalRequest.Since(
                            row.getObject("id", UUID.class), row.getString("revision"), from, changes);
                },
                request.getString("model"),
                request.getLong("model_id"),
                request.getString("deployment_key"),
                request.getObject("id", UUID.class),
                Statements.getInstant(request, "round_at"));
    }

    private static List<String> waiting(
            UUID id,
            ApprovalRequest.Person requester,
            List<Workflow.Stage> stages,
            int round,
            List<ApprovalRequest.Decided> decided) {
        return review(id, requester, stages, round, decided).open().stream()
                .map(Workflow.Stage::key)
                .toList();
    }

    /** A request in review as the rules of the workflow see it. */
    static Request.InReview review(ApprovalRequest request) {
        return review(request.id(), request.requester(), request.stages(), request.round(), request.votes());
    }

    private static Request.InReview review(
            UUID id,
            ApprovalRequest.Person requester,
            List<Workflow.Stage> stages,
            int round,
            List<ApprovalRequest.Decided> decided) {
        var votes = decided.stream()
                .filter(vote -> vote.round() == round)
                .map(vote -> new Vote(
                        vote.stage(),
                        vote.person().id(),
                        vote.onBehalfOf().map(ApprovalRequest.Person::id),
                        vote.decision(),
                        vote.reason(),
                        List.of(),
                        vote.at()))
                .toList();
        return new Request.InReview(new Request.Case(id, requester.id()), stages, round, votes);
    }

    private static List<ApprovalRequest.Decided> decided(Statements sql, UUID id) {
        return sql.list(
                "SELECT v.*, p.login, b.login AS away FROM approval_vote v JOIN person p ON p.id = v.person"
                        + " LEFT JOIN person b ON b.id = v.behalf_of WHERE v.request_id = ?"
                        + " ORDER BY v.round, v.voted_at, v.person",
                row -> new ApprovalRequest.Decided(
                        row.getInt("round"),
                        row.getString("stage"),
                        person(row, "person", "login"),
                        row.getObject("behalf_of") == null
                                ? Optional.empty()
                                : Optional.of(person(row, "behalf_of", "away")),
                        decision(row),
                        row.getString("reason"),
                        Statements.getInstant(row, "voted_at")),
                id);
    }

    private static List<ApprovalRequest.Condition> conditions(Statements sql, UUID id) {
        return sql.list(
                "SELECT c.*, o.login AS owner_login, s.login AS setter, d.login AS doer FROM approval_condition c"
                        + " JOIN person o ON o.id = c.owner JOIN person s ON s.id = c.set_by"
                        + " LEFT JOIN person d ON d.id = c.done_by WHERE c.request_id = ? ORDER BY c.due, c.id",
                row -> new ApprovalRequest.Condition(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        person(row, "owner", "owner_login"),
                        row.getObject("due", LocalDate.class),
                        person(row, "set_by", "setter"),
                        row.getObject("done_by") == null
                                ? Optional.empty()
                                : Optional.of(new ApprovalRequest.Done(
                                        Statements.getInstant(row, "done_at"),
                                        person(row, "done_by", "doer"),
                                        row.getString("done_words")))),
                id);
    }

    private static List<ApprovalRequest.Message> messages(Statements sql, UUID id) {
        return sql.list(
                "SELECT m.*, p.login FROM approval_message m JOIN person p ON p.id = m.person WHERE m.request_id = ?"
                        + " ORDER BY m.said_at, m.id",
                row -> new ApprovalRequest.Message(
                        row.getObject("id", UUID.class),
                        person(row, "person", "login"),
                        ClosedChoice.find(ApprovalRequest.Message.Kind.class, row.getString("kind"))
                                .orElseThrow(),
                        row.getString("words"),
                        file(row),
                        Statements.getInstant(row, "said_at")),
                id);
    }

    private static Optional<ApprovalRequest.File> file(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("file_sha256");
        return hash == null
                ? Optional.empty()
                : Optional.of(new ApprovalRequest.File(
                        row.getString("file_name"),
                        row.getString("file_type"),
                        HexFormat.of().formatHex(hash)));
    }

    private static ApprovalRequest.Person person(ResultSet row, String id, String login) throws SQLException {
        return new ApprovalRequest.Person(row.getObject(id, UUID.class), row.getString(login));
    }

    private static Vote.Decision decision(ResultSet row) throws SQLException {
        return ClosedChoice.find(Vote.Decision.class, row.getString("decision")).orElseThrow();
    }

    private static RequestState state(String stored) {
        return ClosedChoice.find(RequestState.class, stored).orElseThrow();
    }

    static List<Workflow.Stage> stages(String json) {
        return Arrays.asList(CanonicalJson.read(json, Workflow.Stage[].class));
    }

    static List<String> texts(String json) {
        return Arrays.asList(CanonicalJson.read(json, String[].class));
    }
}
