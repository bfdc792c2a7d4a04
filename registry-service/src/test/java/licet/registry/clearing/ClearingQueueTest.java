package licet.registry.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.recorded.RecordedModel;
import licet.registry.catalog.Catalog;
import licet.registry.decision.ClearingPreview;
import licet.registry.decision.ClearingPreviews;
import licet.registry.decision.Verdicts;
import licet.registry.identity.Leavers;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.ingest.IngestQueue;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.ProblemException;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Identification;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.format.CanonicalJson;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Relation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What waits comes in pages, what a clearing would change is said before, and what it asks for happens after. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClearingQueueTest {
    private static final String DISTILLED = "deepseek-ai/DeepSeek-R1-Distill-Llama-70B";
    private static final String MIRROR = "a-mirror/DeepSeek-R1-Distill-Llama-70B";
    private static final String LLAMA = "meta-llama/Llama-3.3-70B-Instruct";
    private static final Answer FROM_LLAMA =
            new Answer.Origins(List.of(new Concluded.Origin(new ModelId(LLAMA), Relation.FINETUNE, Optional.empty())));
    private static final Answer RESTRICTIVE =
            new Answer.Licenses(Map.of(Artifact.WEIGHTS, new LicenseKey("cc-by-nc-4.0")));
    private static final Answer PERMISSIVE = new Answer.Licenses(
            Map.of(Artifact.WEIGHTS, new LicenseKey("mit"), Artifact.TOKENIZER, new LicenseKey("mit")));

    private static TestRegistry registry;
    private static Principal first;
    private static Principal second;

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled();
        first = Reviewers.person(registry, "first", Role.REVIEWER);
        second = Reviewers.person(registry, "second", Role.REVIEWER);
        var original = registry.bean(RecordedHub.class)
                .models()
                .find(RepoId.parse(DISTILLED))
                .orElseThrow();
        push(original.withId(RepoId.parse(MIRROR)).withFact("_id", "a".repeat(24)));
        for (String name : List.of("acme/one", "acme/two", "acme/three")) {
            push(own(name, "license: other\nlicense_name: acme-terms"));
        }
        push(own("maker/base", "license: cc-by-nc-4.0"));
        push(own("acme/made", "license: mit\nbase_model: maker/base"));
    }

    private static RecordedModel own(String id, String frontMatter) {
        return RecordedRepository.of(id, CanonicalId.of(id), frontMatter, "This is " + id + ".");
    }

    private static void push(RecordedModel model) {
        registry.clock().advance(Duration.ofMinutes(1));
        registry.bean(RecordedHub.class).change(models -> models.with(model));
        registry.bean(Ingest.class).run(List.of(model.id()), IngestProgress.SILENT);
    }

    private static Catalog.Judged find(String model) {
        return registry.bean(Catalog.class)
                .find(new ModelId(model), Optional.empty())
                .orElseThrow();
    }

    private static String key(String model, QuestionKind kind) {
        return registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT key FROM evidence_question WHERE model_id = ? AND kind = ? AND key = case_key",
                        row -> row.getString("key"),
                        find(model).id(),
                        kind.word()));
    }

    private record Expected(List<String> models, QuestionKind kind, Answer answer) {}

    static Stream<Expected> answers() {
        return Stream.of(
                new Expected(List.of("acme/one", "acme/two", "acme/three"), QuestionKind.UNRECOGNIZED, RESTRICTIVE),
                new Expected(List.of(DISTILLED, MIRROR), QuestionKind.UNDECLARED, FROM_LLAMA),
                new Expected(List.of("acme/made"), QuestionKind.RELAXED_BASE, new Answer.TermsStand()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatIsSaidBeforeIsWhatHappens(Expected expected) {
        var kind = expected.kind();
        String key = key(expected.models().getFirst(), kind);
        var said = registry.bean(ClearingPreviews.class).of(kind, key, expected.answer());
        assertThat(said.follow()).isEqualTo(expected.models().size());
        assertThat(said.models()).isEqualTo(expected.models().size());
        assertThat(said.whole()).isTrue();
        var before = verdicts(expected.models());
        var desk = registry.bean(ClearingDesk.class);
        var proposal = new ClearingDesk.Proposal(kind, key, expected.answer(), "It says so.");
        var id = desk.propose(proposal, first).id();
        assertThat(verdicts(expected.models())).as("nothing is written").isEqualTo(before);
        registry.clock().advance(Duration.ofMinutes(1));
        desk.confirm(id, "I read the same.", second);
        var after = verdicts(expected.models());
        Map<String, Long> happened = new TreeMap<>();
        before.forEach((place, answer) -> {
            if (!answer.equals(after.get(place))) {
                String deployment = place.substring(place.indexOf(' ') + 1);
                happened.merge(deployment + " " + answer + " " + after.get(place), 1L, Long::sum);
            }
        });
        Map<String, Long> announced = new TreeMap<>();
        said.changes()
                .forEach(change ->
                        announced.put(change.deployment() + " " + change.from() + " " + change.to(), change.models()));
        assertThat(announced).isEqualTo(happened);
        if (kind != QuestionKind.RELAXED_BASE) {
            assertThat(happened).isNotEmpty();
        }
        assertThat(said.changed())
                .isEqualTo(happened.values().stream().mapToLong(Long::longValue).sum());
        desk.revoke(id, "The test is over.", second);
    }

    /** Answers by model and deployment. */
    private static Map<String, String> verdicts(List<String> models) {
        Map<String, String> all = new TreeMap<>();
        for (String model : models) {
            for (VerdictDocument verdict : registry.bean(Verdicts.class).all(find(model), false)) {
                all.put(model + " " + verdict.deployment().key(), verdict.verdict());
            }
        }
        return all;
    }

    @Test
    void ofManyModelsTheMostUsedAreLookedAtAndThatIsSaid() {
        String key = key("acme/one", QuestionKind.UNRECOGNIZED);
        var effects = registry.bean(ClearingEffects.class).of(QuestionKind.UNRECOGNIZED, key, PERMISSIVE, 2);
        assertThat(effects.follow()).isEqualTo(3);
        assertThat(effects.effects()).hasSize(2);
        assertThat(new ClearingPreview(3, 2, List.of()).whole()).isFalse();
    }

    @Test
    void programsAskForItWithoutReasonsAndNothingIsSaved() {
        var before = registry.bean(ClearingCases.class).listProposed();
        String body = CanonicalJson.write(Map.of(
                "question",
                "unrecognized",
                "key",
                key("acme/one", QuestionKind.UNRECOGNIZED),
                "licenses",
                Map.of("weights", "cc-by-nc-4.0", "tokenizer", "apache-2.0")));
        var answer = registry.send(registry.request("/api/v1/clearing-previews")
                .header("Authorization", "Bearer " + registry.token(Scope.READ))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var json = CanonicalJson.read(answer.body(), JsonNode.class);
        assertThat(json.get("follow").asLong()).isEqualTo(3);
        assertThat(json.get("changes")).isNotEmpty();
        assertThat(registry.bean(ClearingCases.class).listProposed()).isEqualTo(before);
    }

    @Test
    void pagesHoldEveryCaseOnceTheLargestFirst() {
        var cases = registry.bean(ClearingCases.class);
        var all = cases.queue(Optional.empty(), Optional.empty(), ClearingCases.MAX_LIMIT);
        assertThat(all.next()).isEmpty();
        assertThat(all.cases())
                .hasSizeGreaterThan(3)
                .isSortedAccordingTo((one, two) -> Long.compare(two.models(), one.models()));
        var walked = new ArrayList<WaitingCase>();
        var page = cases.queue(Optional.empty(), Optional.empty(), 2);
        walked.addAll(page.cases());
        while (page.next().isPresent()) {
            assertThat(page.cases()).hasSize(2);
            page = cases.queue(Optional.empty(), page.next(), 2);
            walked.addAll(page.cases());
        }
        assertThat(walked).isEqualTo(all.cases());
    }

    @Test
    void programsWalkTheSamePages() {
        var body = get("?question=undeclared&limit=1", 200);
        assertThat(body.get("cases")).hasSize(1);
        long open = body.get("open").get("undeclared").asLong();
        int pages = 1;
        while (body.has("next")) {
            body = get("?question=undeclared&limit=1&cursor=" + body.get("next").asText(), 200);
            assertThat(body.get("cases").get(0).get("kind").asText()).isEqualTo("undeclared");
            pages++;
        }
        assertThat(pages).isEqualTo(open);
        for (String wrong : List.of("?limit=0", "?limit=201", "?cursor=nonsense")) {
            get(wrong, 400);
        }
    }

    private static JsonNode get(String query, int status) {
        var answer = registry.get("/api/v1/clearings" + query, registry.token(Scope.READ));
        assertThat(answer.statusCode()).as(query).isEqualTo(status);
        return CanonicalJson.read(answer.body(), JsonNode.class);
    }

    @Test
    void anOriginThatIsNotOnRecordIsReadSoon() {
        push(RecordedRepository.of(
                "making/made",
                CanonicalId.of("making/made"),
                "license: mit",
                "making/made is derived from [base](https://huggingface.co/another-maker/base)."));
        var base = RepoId.parse("another-maker/base");
        var origin = new Concluded.Origin(new ModelId(base.value()), Relation.FINETUNE, Optional.empty());
        var known = new Concluded.Origin(new ModelId(LLAMA), Relation.FINETUNE, Optional.empty());
        var queue = registry.bean(IngestQueue.class);
        var desk = registry.bean(ClearingDesk.class);
        var proposal = desk.propose(
                new ClearingDesk.Proposal(
                        QuestionKind.UNDECLARED,
                        key("making/made", QuestionKind.UNDECLARED),
                        new Answer.Origins(List.of(origin, known)),
                        "As the card says."),
                first);
        assertThat(queue.holds(base, Revision.MAIN)).as("proposed only").isFalse();
        desk.confirm(proposal.id(), "I read the same there.", second);
        assertThat(queue.holds(base, Revision.MAIN)).isTrue();
        assertThat(queue.holds(RepoId.parse(LLAMA), Revision.MAIN))
                .as("on record already")
                .isFalse();
    }

    @Test
    void whatSomebodyProposedWhoLeavesIsWithdrawn() {
        push(own("leaving/one", "license: other\nlicense_name: leaving-terms"));
        push(own("leaving/two", "license: other\nlicense_name: leaving-terms-two"));
        var leaver = Reviewers.person(registry, "leaves", Role.REVIEWER);
        var administrator = Reviewers.person(registry, "stays", Role.ADMINISTRATOR);
        var confirmed = proposeAs(leaver, "leaving/one");
        var desk = registry.bean(ClearingDesk.class);
        desk.confirm(confirmed.id(), "I read the same there.", second);
        var open = proposeAs(leaver, "leaving/two");
        registry.bean(Leavers.class)
                .deactivate(Objects.requireNonNull(leaver.personId()), Optional.empty(), administrator);
        var cases = registry.bean(ClearingCases.class);
        assertThat(cases.get(confirmed.id()).state()).isEqualTo(Clearing.State.CONFIRMED);
        assertThat(cases.get(open.id())).satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(Clearing.State.WITHDRAWN);
            assertThat(ended.ended())
                    .hasValueSatisfying(step -> assertThat(step.person()).isEqualTo(administrator.personId()));
        });
        assertThat(Reviewers.actions(registry, open.id())).containsExactly("clearing.propose", "clearing.withdraw");
        assertThatThrownBy(() -> desk.confirm(open.id(), "Too late.", second)).isInstanceOf(ProblemException.class);
        proposeAs(first, "leaving/two");
    }

    private static Clearing proposeAs(Principal person, String model) {
        var proposal = new ClearingDesk.Proposal(
                QuestionKind.UNRECOGNIZED, key(model, QuestionKind.UNRECOGNIZED), PERMISSIVE, "As the card says.");
        return registry.bean(ClearingDesk.class).propose(proposal, person);
    }

    @Test
    void eachPartHasItsOwnTermsAndWhatIsNotNamedStaysOpen() {
        push(own("parts/one", "license: other\nlicense_name: parts-terms"));
        var asked = registry.bean(ClearingCases.class)
                .get(QuestionKind.UNRECOGNIZED, key("parts/one", QuestionKind.UNRECOGNIZED))
                .file()
                .artifacts();
        assertThat(asked).contains(Artifact.WEIGHTS, Artifact.TOKENIZER, Artifact.DOCUMENTATION);
        var desk = registry.bean(ClearingDesk.class);
        var answer = new Answer.Licenses(
                Map.of(Artifact.WEIGHTS, new LicenseKey("mit"), Artifact.TOKENIZER, new LicenseKey("apache-2.0")));
        String key = key("parts/one", QuestionKind.UNRECOGNIZED);
        var proposal = new ClearingDesk.Proposal(QuestionKind.UNRECOGNIZED, key, answer, "As the card says.");
        desk.confirm(desk.propose(proposal, first).id(), "I read the same there.", second);
        var found = find("parts/one").conclusion().lineage().own().identifications();
        assertThat(found.get(Artifact.WEIGHTS).candidates()).containsExactly(new LicenseKey("mit"));
        assertThat(found.get(Artifact.TOKENIZER).candidates()).containsExactly(new LicenseKey("apache-2.0"));
        assertThat(found.get(Artifact.DOCUMENTATION)).isInstanceOf(Identification.Unrecognized.class);
        assertThat(registry.bean(ClearingCases.class)
                        .get(QuestionKind.UNRECOGNIZED, key)
                        .file()
                        .open())
                .isTrue();
    }
}
