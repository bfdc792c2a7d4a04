package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.registry.alert.AlertInbox;
import licet.registry.alert.AlertKind;
import licet.registry.alert.AlertQuery;
import licet.registry.decision.Deliberation;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.Scope;
import licet.registry.terms.PublishedPages;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.BasisChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Upstream moves under an approved model: what that ends, and what it does not, through every surface at once. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DriftOfApprovalTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI PAGE = URI.create("https://ai.google.dev/gemma/terms");
    private static final String RESTRICTED = "You may look at the model and do nothing else with it.\n".repeat(30);

    private final ApprovalBench bench = new ApprovalBench();
    private final StalenessWatch watch = bench.bean(StalenessWatch.class);

    @AfterEach
    void close() {
        bench.close();
    }

    private JsonNode gate(Deliberation about, String revision, int status) throws Exception {
        var answer = bench.registry.get(
                "/api/v1/gate/%s?revision=%s&deployment=%s"
                        .formatted(
                                about.model().model().value(),
                                revision,
                                about.deployment().value()),
                bench.registry.token(Scope.GATE));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private void upstream(Deliberation about, String file, String text) {
        var id = RepoId.parse(about.model().model().value());
        bench.bean(RecordedHub.class)
                .change(models -> models.with(models.get(id).withFile(file, text)));
        bench.bean(Ingest.class).run(List.of(id), IngestProgress.SILENT);
    }

    private Deliberation waiting(String license) {
        return bench.waiting(Integer.MAX_VALUE).stream()
                .filter(about -> BoundLicenses.keys(about.basis()).equals(List.of(new LicenseKey(license))))
                .findFirst()
                .orElseThrow();
    }

    private List<AlertKind> told() {
        return bench.bean(AlertInbox.class).list(new AlertQuery(true, Optional.empty(), 50), bench.asks).stream()
                .map(alert -> alert.kind())
                .toList();
    }

    /**
     * Two models, two kinds of terms: upstream changes the license file of one and the page of the other. Of the first
     * the pinned copy stays what it was and the upgrade is blocked; the second stops, and is decided on again.
     */
    @Test
    void upstream_changes_a_file_under_fixed_terms_and_a_page_of_live_ones() throws Exception {
        var pages = new PublishedPages(bench.registry);
        pages.publish(PAGE, "You may use the model.");
        var fixed = waiting("apache-2.0");
        var live = bench.asked()
                .filter(about -> BoundLicenses.keys(about.basis()).stream()
                        .anyMatch(license -> license.value().startsWith("gemma-terms")))
                .findFirst()
                .orElseThrow();
        String pinned = fixed.model().revision();
        var kept = bench.approved(fixed);
        var ended = bench.approved(live);
        assertThat(gate(fixed, pinned, 200).get("permitted").asBoolean()).isTrue();
        assertThat(gate(fixed, "main", 200).at("/model/revision").asText()).isEqualTo(pinned);
        assertThat(lifts(live, ended)).isTrue();

        upstream(fixed, "LICENSE", RESTRICTED);
        pages.publish(PAGE, "You may use the model on weekdays.");

        var drift = bench.registry
                .get(
                        "/api/v1/models/%s/drift"
                                .formatted(fixed.model().model().value()),
                        bench.registry.token(Scope.READ))
                .body();
        assertThat(drift).as("the difference").contains("do nothing else");
        assertThat(bench.registry
                        .get("/api/v1/live-terms", bench.registry.token(Scope.READ))
                        .body())
                .contains("weekdays");
        assertThat(lifts(live, ended)).as("at once").isFalse();
        assertThat(watch.check()).as("live terms alone make an approval stale").isEqualTo(1);
        var approvals = bench.bean(KnownApprovals.class);
        assertThat(approvals.get(kept.id()).state()).isEqualTo(ApprovalState.VALID);
        assertThat(approvals.get(ended.id()).state()).isEqualTo(ApprovalState.STALE);
        assertThat(approvals.get(ended.id()).stale().orElseThrow().changes())
                .singleElement()
                .matches(change -> change.kind() == BasisChange.Kind.TERMS);

        assertThat(gate(fixed, pinned, 200).get("permitted").asBoolean()).isTrue();
        var refused = gate(fixed, "main", 403);
        assertThat(refused.at("/model/revision").asText()).isNotEqualTo(pinned);
        assertThat(refused.at("/approved/0/revision").asText()).isEqualTo(pinned);
        assertThat(refused.at("/approved/0/state").asText()).isEqualTo("valid");
        assertThat(refused.at("/reasons").toString()).contains("LICENSE");
        assertThat(gate(live, live.model().revision(), 403)
                        .at("/approved/0/state")
                        .asText())
                .isEqualTo("stale");
        assertThat(told().stream().filter(AlertKind.APPROVAL_STALE::equals)).hasSize(1);

        var again = bench.submitted(live);
        assertThat(again.since().orElseThrow().approval()).isEqualTo(ended.id());
        assertThat(again.since().orElseThrow().changes())
                .as("people see what changed and nothing else")
                .singleElement()
                .matches(change -> change.about().equals(PAGE.toString()));
        var decided = bench.decide(again, "legal", Vote.Decision.APPROVE, List.of(), bench.legal);
        bench.decide(decided, "approval", Vote.Decision.APPROVE, List.of(), bench.approver);
        assertThat(lifts(live, again)).isTrue();
        assertThat(watch.check()).isZero();
    }

    /** Other things are open there too, so what is lifted shows what acts. */
    private boolean lifts(Deliberation about, ApprovalRequest by) {
        return bench
                .verdict(new ApprovalRequest.About(
                        "",
                        about.model().id(),
                        about.model().model().value(),
                        about.model().revision(),
                        about.deployment().value()))
                .reasons()
                .stream()
                .flatMap(reason -> reason.instrument().stream())
                .anyMatch(paper -> paper.id().equals("approval:" + by.id()));
    }

    /** The upgrade is asked for: people see only what changed. */
    @Test
    void the_next_revision_is_approved_on_what_changed() throws Exception {
        var about = waiting("apache-2.0");
        var first = bench.approved(about);
        upstream(about, "NEWS.md", "Faster now.");
        gate(about, "main", 403);
        var next = bench.asked()
                .filter(now -> now.model().id() == about.model().id()
                        && now.deployment().equals(about.deployment()))
                .findFirst()
                .orElseThrow();
        var request = bench.submitted(next);
        var since = request.since().orElseThrow();
        assertThat(since.approval()).isEqualTo(first.id());
        assertThat(since.changes())
                .allMatch(change -> change.kind() == BasisChange.Kind.EVIDENCE
                        && change.after().contains(next.model().revision()));
        var decided = bench.decide(request, "legal", Vote.Decision.APPROVE, List.of(), bench.legal);
        bench.decide(decided, "approval", Vote.Decision.APPROVE, List.of(), bench.approver);
        assertThat(gate(about, "main", 200).at("/approved").size()).isEqualTo(2);
        gate(about, about.model().revision(), 200);
    }

    /** The text of a base is a part of what people saw: when it is another one, the approval is for something else. */
    @Test
    void another_text_of_a_parent_stops_the_gate_and_tells_the_owner() throws Exception {
        var about = bench.waiting(Integer.MAX_VALUE).stream()
                .filter(each -> parents(each).findAny().isPresent())
                .findFirst()
                .orElseThrow();
        var request = bench.approved(about);
        gate(about, about.model().revision(), 200);
        var parent = parents(about).findFirst().orElseThrow();
        var id = RepoId.parse(parent);
        bench.bean(RecordedHub.class)
                .change(models -> models.with(models.get(id).withFile("LICENSE", RESTRICTED)));
        bench.bean(Ingest.class).run(List.of(id), IngestProgress.SILENT);
        gate(about, about.model().revision(), 403);
        assertThat(watch.check()).isEqualTo(1);
        var stale = bench.bean(KnownApprovals.class).get(request.id());
        assertThat(stale.state()).isEqualTo(ApprovalState.STALE);
        assertThat(stale.stale().orElseThrow().changes())
                .anyMatch(change -> change.kind() == BasisChange.Kind.EVIDENCE
                        && !change.about().startsWith("self/"));
        assertThat(told()).contains(AlertKind.APPROVAL_STALE);
    }

    /** Models behind the judged one whose texts bind. */
    private static Stream<String> parents(Deliberation about) {
        return about.basis().evidence().values().stream()
                .flatMap(List::stream)
                .filter(line -> line.startsWith("model "))
                .map(line -> line.substring("model ".length()))
                .filter(model -> !model.equals(about.model().model().value()))
                .distinct();
    }
}
