package licet.registry.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.recorded.RecordedModel;
import licet.registry.catalog.Catalog;
import licet.registry.decision.Verdicts;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Identification;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.format.CanonicalJson;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Relation;
import licet.rules.verdict.Instrument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One person concludes, another one confirms, and every model with the same evidence follows. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClearingDeskTest {
    private static final String DISTILLED = "deepseek-ai/DeepSeek-R1-Distill-Llama-70B";
    private static final String MIRROR = "a-mirror/DeepSeek-R1-Distill-Llama-70B";
    private static final String LLAMA = "meta-llama/Llama-3.3-70B-Instruct";
    private static final Answer FROM_LLAMA =
            new Answer.Origins(List.of(new Concluded.Origin(new ModelId(LLAMA), Relation.FINETUNE, Optional.empty())));

    private static TestRegistry registry;
    private static ClearingDesk desk;
    private static Principal first;
    private static Principal second;
    private static int commits;

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled();
        desk = registry.bean(ClearingDesk.class);
        first = Reviewers.person(registry, "first", Role.REVIEWER);
        second = Reviewers.person(registry, "second", Role.REVIEWER);
    }

    @BeforeEach
    void later() {
        registry.clock().advance(Duration.ofMinutes(1));
    }

    private static void push(RecordedModel model) {
        commits++;
        registry.clock().advance(Duration.ofMinutes(1));
        registry.bean(RecordedHub.class).change(models -> models.with(model));
        registry.bean(Ingest.class).run(List.of(model.id()), IngestProgress.SILENT);
    }

    private static RecordedModel own(String id, String frontMatter, String prose) {
        return RecordedRepository.of(id, CanonicalId.of(id), frontMatter, prose);
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

    private static List<String> open(String model) {
        return registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT DISTINCT kind FROM evidence_question WHERE model_id = ? AND open ORDER BY kind",
                        row -> row.getString("kind"),
                        find(model).id()));
    }

    private static Clearing propose(String model, QuestionKind kind, Answer answer) {
        return desk.propose(
                new ClearingDesk.Proposal(kind, key(model, kind), answer, "The card says so in its own words."), first);
    }

    private static Clearing clear(String model, QuestionKind kind, Answer answer) {
        var proposal = propose(model, kind, answer);
        registry.clock().advance(Duration.ofMinutes(1));
        return desk.confirm(proposal.id(), "I read the same there.", second);
    }

    private static Answer under(String license) {
        return new Answer.Licenses(
                Map.of(Artifact.WEIGHTS, new LicenseKey(license), Artifact.TOKENIZER, new LicenseKey(license)));
    }

    private static List<VerdictDocument> verdicts(String model) {
        return registry.bean(Verdicts.class).all(find(model), true);
    }

    private static List<Profile.LineageGap> gaps(String model) {
        return List.copyOf(find(model).conclusion().profile().lineageGaps());
    }

    private static Identification weights(String model) {
        return find(model).conclusion().lineage().own().identifications().get(Artifact.WEIGHTS);
    }

    @Test
    void aClearedOriginBringsItsTermsToEveryModelWithTheSameEvidence() {
        var models = registry.bean(RecordedHub.class).models();
        var original = models.find(RepoId.parse(DISTILLED)).orElseThrow();
        push(original.withId(RepoId.parse(MIRROR)).withFact("_id", "a".repeat(24)));
        assertThat(gaps(DISTILLED)).containsExactly(Profile.LineageGap.UNDECLARED);
        assertThat(gaps(MIRROR)).containsExactly(Profile.LineageGap.UNDECLARED);
        var clearing = clear(DISTILLED, QuestionKind.UNDECLARED, FROM_LLAMA);
        for (String model : List.of(DISTILLED, MIRROR)) {
            assertThat(gaps(model)).as(model).isEmpty();
            assertThat(verdicts(model))
                    .as(model)
                    .allSatisfy(verdict -> assertThat(verdict.reasons()).anySatisfy(reason -> {
                        assertThat(reason.id()).startsWith("llama-3.3");
                        assertThat(reason.evidence())
                                .anySatisfy(at -> assertThat(at.file()).isEqualTo("clearing:" + clearing.id()));
                    }));
            assertThat(open(model)).as(model).doesNotContain("undeclared");
        }
        desk.revoke(clearing.id(), "It was too early.", first);
        assertThat(gaps(DISTILLED)).containsExactly(Profile.LineageGap.UNDECLARED);
        assertThat(gaps(MIRROR)).containsExactly(Profile.LineageGap.UNDECLARED);
        assertThat(open(MIRROR)).contains("undeclared");
    }

    @Test
    void aBaseThatPeopleNamedReachesTheModelWhenItChanges() {
        push(own("acme/base-two", "license: apache-2.0", "A base."));
        push(own(
                "acme-two/made",
                "license: apache-2.0",
                "acme-two/made is derived from [base](https://huggingface.co/acme/base-two)."));
        assertThat(gaps("acme-two/made")).containsExactly(Profile.LineageGap.UNDECLARED);
        clear(
                "acme-two/made",
                QuestionKind.UNDECLARED,
                new Answer.Origins(List.of(
                        new Concluded.Origin(new ModelId("acme/base-two"), Relation.FINETUNE, Optional.empty()))));
        assertThat(find("acme-two/made").conclusion().lineage().nodes()).hasSize(2);
        push(own("acme/base-two", "license: cc-by-nc-4.0", "A base with other terms."));
        assertThat(find("acme-two/made")
                        .conclusion()
                        .lineage()
                        .nodes()
                        .getLast()
                        .identifications()
                        .get(Artifact.WEIGHTS)
                        .candidates())
                .extracting(LicenseKey::value)
                .contains("cc-by-nc-4.0");
    }

    @Test
    void aClearedLicenseHoldsForTheSameStatementAndEndsWithIt() {
        push(own("acme-three/one", "license: other\nlicense_name: three-terms", "One."));
        push(own("acme-three/two", "license: other\nlicense_name: three-terms", "Two, with another card."));
        push(own("else-where/three", "license: other\nlicense_name: three-terms", "The same words of somebody else."));
        push(own(
                "else-where/three-gguf",
                "license: other\nlicense_name: three-terms\nbase_model: acme-three/one\nbase_model_relation: quantized",
                "A copy in fewer bits."));
        assertThat(open("acme-three/one")).containsExactly("unrecognized");
        clear("acme-three/one", QuestionKind.UNRECOGNIZED, under("apache-2.0"));
        for (String model : List.of("acme-three/one", "acme-three/two", "else-where/three-gguf")) {
            assertThat(weights(model)).as(model).isInstanceOfSatisfying(Identification.Identified.class, found -> {
                assertThat(found.license().value()).isEqualTo("apache-2.0");
                assertThat(found.basis()).isEqualTo(Identification.Basis.CLEARING);
            });
        }
        assertThat(weights("else-where/three"))
                .as("words alone mean what their publisher means")
                .isInstanceOf(Identification.Unrecognized.class);
        push(own("acme-three/one", "license: other\nlicense_name: three-terms-two", "One, under new terms."));
        assertThat(weights("acme-three/one")).isInstanceOf(Identification.Unrecognized.class);
        assertThat(open("acme-three/one")).containsExactly("unrecognized");
        assertThat(weights("acme-three/two")).isInstanceOf(Identification.Identified.class);
        var cases = registry.bean(ClearingCases.class);
        assertThat(cases.get(QuestionKind.UNRECOGNIZED, key("acme-three/one", QuestionKind.UNRECOGNIZED))
                        .changes())
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.gone())
                            .anySatisfy(line -> assertThat(line).endsWith("license_name: three-terms"));
                    assertThat(changed.added())
                            .anySatisfy(line -> assertThat(line).endsWith("license_name: three-terms-two"));
                });
        assertThat(cases.listActing("recorded", "acme-three/two")).hasSize(1);
    }

    @Test
    void wordsThatSayNothingAreOfOneModelAlone() {
        push(own("acme-four/one", "license: other", "One."));
        push(own("acme-four/two", "license: other", "Two."));
        clear("acme-four/one", QuestionKind.UNRECOGNIZED, under("mit"));
        assertThat(weights("acme-four/one")).isInstanceOf(Identification.Identified.class);
        assertThat(weights("acme-four/two")).isInstanceOf(Identification.Unrecognized.class);
    }

    @Test
    void nobodyConfirmsWhatTheyProposed() {
        push(own("acme-five/one", "license: other\nlicense_name: five-terms", "One."));
        var proposal = propose("acme-five/one", QuestionKind.UNRECOGNIZED, under("mit"));
        assertThatThrownBy(() -> desk.confirm(proposal.id(), "I agree with myself.", first))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isInstanceOf(RegistryProblem.Forbidden.class));
        assertThatThrownBy(() -> inDatabase(
                        "UPDATE clearing SET state = 'confirmed', confirmed_by = proposed_by, confirmed_at = now()"
                                + " WHERE id = '" + proposal.id() + "'"))
                .hasMessageContaining("clearing_two_people");
        var auditor = Reviewers.person(registry, "looks-on", Role.AUDITOR);
        assertThatThrownBy(() -> desk.confirm(proposal.id(), "I only look on.", auditor))
                .isInstanceOf(ProblemException.class);
        assertThat(weights("acme-five/one")).isInstanceOf(Identification.Unrecognized.class);
        assertThatThrownBy(() -> propose("acme-five/one", QuestionKind.UNRECOGNIZED, under("mit")))
                .as("proposed already")
                .isInstanceOf(ProblemException.class);
        desk.withdraw(proposal.id(), "It was a mistake.", first);
        assertThatThrownBy(() -> inDatabase("UPDATE clearing SET state = 'proposed', ended_by = NULL, ended_at = NULL"
                        + " WHERE id = '" + proposal.id() + "'"))
                .hasMessageContaining("cannot become");
        assertThatThrownBy(() -> inDatabase("UPDATE clearing SET reasons = 'x' WHERE id = '" + proposal.id() + "'"))
                .hasMessageContaining("permission denied");
    }

    private static void inDatabase(String statement) throws SQLException {
        try (var connection = registry.database().app().connect();
                var update = connection.createStatement()) {
            update.execute(statement);
        }
    }

    @Test
    void noClearingOpensWhereNothingWasReadOrGiven() {
        push(own("acme-six/absent", "library_name: transformers", "Says nothing of terms."));
        assertThat(weights("acme-six/absent")).isInstanceOf(Identification.Absent.class);
        assertThat(open("acme-six/absent")).isEmpty();
    }

    @Test
    void moreSignsOfAnOriginReopenWhatWasAnsweredWithout() {
        push(own(
                "acme-seven/made",
                "license: mit",
                "acme-seven/made is derived from [a](https://huggingface.co/acme-a/a)."));
        clear("acme-seven/made", QuestionKind.UNDECLARED, new Answer.Origins(List.of()));
        assertThat(gaps("acme-seven/made")).isEmpty();
        push(own(
                "acme-seven/made",
                "license: mit",
                "acme-seven/made is derived from [a](https://huggingface.co/acme-a/a).\n\nThis model is derived from"
                        + " [b](https://huggingface.co/acme-b/b)."));
        assertThat(gaps("acme-seven/made")).containsExactly(Profile.LineageGap.UNDECLARED);
    }

    @Test
    void whatIsStillToFollowIsConcludedByTheJobAndOlderQuestionsAreNoted() throws SQLException {
        push(own("acme-twelve/one", "license: other\nlicense_name: twelve-terms", "One."));
        UUID id = clear("acme-twelve/one", QuestionKind.UNRECOGNIZED, under("mit"))
                .id();
        var following = registry.bean(Following.class);
        inDatabase("UPDATE clearing SET follows = 0 WHERE id = '" + id + "'");
        assertThat(registry.bean(ClearingCases.class).get(id).waiting()).isEqualTo(1);
        assertThat(following.goOn()).isZero();
        assertThat(registry.bean(ClearingCases.class).get(id).waiting()).isZero();
        inDatabase("DELETE FROM evidence_question");
        inDatabase("UPDATE evidence_question_noted SET model_id = 0");
        assertThat(following.noteOlder()).isFalse();
        assertThat(open(DISTILLED)).contains("undeclared");
    }

    @Test
    void everyStepIsInTheAuditLog() {
        push(own("acme-eight/one", "license: other\nlicense_name: eight-terms", "One."));
        UUID id =
                clear("acme-eight/one", QuestionKind.UNRECOGNIZED, under("mit")).id();
        desk.revoke(id, "Other terms were found.", second);
        assertThat(Reviewers.actions(registry, id))
                .containsExactly("clearing.propose", "clearing.confirm", "clearing.revoke");
    }

    @Test
    void termsThatStandAreAnInstrumentForExactlyThatEvidence() {
        push(own("acme-nine/base", "license: cc-by-nc-4.0", "A base that is not for business."));
        push(own("acme-ten/made", "license: mit\nbase_model: acme-nine/base", "Made from it, and laxer."));
        assertThat(open("acme-ten/made")).containsExactly("relaxed-base");
        var clearing = clear("acme-ten/made", QuestionKind.RELAXED_BASE, new Answer.TermsStand());
        assertThat(open("acme-ten/made")).isEmpty();
        var role = "lineage/relaxes-base";
        var evidence = find("acme-ten/made").conclusion().bindings().of(role).evidence().stream()
                .map(EvidenceRef::identity)
                .distinct()
                .toList();
        assertThat(instruments()).singleElement().satisfies(instrument -> {
            assertThat(instrument.id()).isEqualTo("clearing:" + clearing.id());
            assertThat(instrument.kind()).isEqualTo(Instrument.Kind.CLEARING);
            assertThat(instrument.lifts()).containsExactly(role);
            assertThat(instrument.reach().evidence()).containsExactlyInAnyOrderElementsOf(evidence);
        });
        List<Long> reached = registry.bean(Database.class)
                .read(sql -> registry.bean(ClearingInstruments.class)
                        .models(sql, instruments().getFirst()));
        assertThat(reached).containsExactly(find("acme-ten/made").id());
        push(own("acme-nine/base", "license: cc-by-nc-sa-4.0", "The base under other terms."));
        assertThat(open("acme-ten/made")).as("other evidence").containsExactly("relaxed-base");
        desk.revoke(clearing.id(), "The base changed.", second);
        assertThat(instruments()).isEmpty();
    }

    private static List<Instrument> instruments() {
        return registry.bean(Database.class)
                .read(sql -> registry.bean(ClearingInstruments.class).load(sql));
    }

    @Test
    void programsDoTheSameWithTokensOfPeople() {
        push(own("acme-eleven/one", "license: other\nlicense_name: eleven-terms", "One."));
        String body = CanonicalJson.write(Map.of(
                "question",
                "unrecognized",
                "key",
                key("acme-eleven/one", QuestionKind.UNRECOGNIZED),
                "licenses",
                Map.of("weights", "mit"),
                "reasons",
                "By program."));
        var proposed = Reviewers.send(registry, "", Reviewers.token(registry, first), body);
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        String place = proposed.headers().firstValue("Location").orElseThrow().replace("/api/v1/clearings", "");
        String why = CanonicalJson.write(Map.of("reason", "seen"));
        assertThat(Reviewers.send(registry, place + "/confirm", Reviewers.token(registry, first), why)
                        .statusCode())
                .as("the owner of the token proposed it")
                .isEqualTo(403);
        assertThat(Reviewers.send(registry, place + "/confirm", registry.token(Scope.WRITE), why)
                        .statusCode())
                .as("a token of nobody")
                .isEqualTo(403);
        assertThat(Reviewers.send(registry, place + "/confirm", Reviewers.token(registry, second), why)
                        .statusCode())
                .isEqualTo(200);
        assertThat(weights("acme-eleven/one")).isInstanceOf(Identification.Identified.class);
        assertThat(registry.get("/api/v1/clearings" + place, registry.token(Scope.READ))
                        .body())
                .contains("\"state\":\"confirmed\"", "acme-eleven/one");
        assertThat(registry.get("/api/v1/clearings?question=nothing", registry.token(Scope.READ))
                        .statusCode())
                .isEqualTo(400);
        assertThat(registry.get("/api/v1/clearings", registry.token(Scope.READ)).body())
                .contains("\"cases\"", "undeclared");
    }
}
