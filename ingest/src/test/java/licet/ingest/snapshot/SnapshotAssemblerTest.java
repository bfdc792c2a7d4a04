package licet.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.ingest.hub.HubServer;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a snapshot says when files cannot be read: the reason, and never that they are not there. */
class SnapshotAssemblerTest {
    private static final RepoId MODEL = RepoId.parse("acme/model");
    private static final String SHA = "0123456789012345678901234567890123456789";
    private static final String CARD = "---\nlicense: mit\n---\nText.\n";

    private final HubServer hub = new HubServer();
    private final Map<String, MockResponse> answers = new HashMap<>();

    @BeforeEach
    void serve() {
        hub.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.getOrDefault(
                        request.getUrl().encodedPath(), HubServer.response(404, "", "X-Error-Code", "EntryNotFound"));
            }
        });
        file("README.md", 200, CARD);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # status | X-Error-Code  | body    | reason
                    401      | GatedRepo     | x       | GATED
                    403      | GatedRepo     | x       | GATED
                    403      | ''            | x       | UNAUTHORIZED
                    404      | EntryNotFound | x       | REQUEST_FAILED
                    404      | ''            | x       | REQUEST_FAILED
                    500      | ''            | x       | REQUEST_FAILED
                    200      | ''            | other   | CONTENT_MISMATCH
                    """)
    void aListedFileThatIsNotReadIsUnreadWithItsReason(int status, String code, String body, String reason) {
        info(sibling("README.md", CARD), sibling("LICENSE", "the text"));
        answers.put(path("LICENSE"), HubServer.response(status, body, "X-Error-Code", code));
        ModelSnapshot snapshot = take();
        EvidenceFile license = license(snapshot);
        assertThat(license.state())
                .isInstanceOfSatisfying(
                        EvidenceFile.State.Unread.class,
                        unread -> assertThat(unread.reason()).hasToString(reason));
        assertThat(license.blobOid()).contains(Payload.of("the text").gitBlobOid());
        assertThat(license.path()).isEqualTo("LICENSE");
        boolean passing = reason.equals("REQUEST_FAILED") || reason.equals("CONTENT_MISMATCH");
        assertThat(snapshot.listPassingGaps()).isEqualTo(passing ? List.of(license) : List.of());
    }

    @Test
    void aFileThatIsReadKeepsTextAndHash() {
        info(sibling("README.md", CARD), sibling("LICENSE", "the text"));
        file("LICENSE", 200, "the text");
        EvidenceFile license = license(take());
        assertThat(license.text()).contains("the text");
        assertThat(license.sha256()).contains(Payload.of("the text").sha256());
    }

    @Test
    void filesWithStrangeNamesAreEvidenceToo() {
        String[] names = {
            "LICENCE-SD-Turbo", "License.txt", "MODEL_LICENSE.md", "LICENSE_weights",
                    "Tongyi Qianwen LICENSE AGREEMENT",
            "model_licenses/LICENSE-2.0", "ModelsCommunityLicenseAgreement", "USE_POLICY.md", "USAGE_POLICY",
                    "Notice.TXT"
        };
        String[] siblings = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            siblings[i] = sibling(names[i], "text");
            answers.put(path(names[i].replace(" ", "%20")), HubServer.response(200, "text"));
        }
        info(siblings);
        ModelSnapshot snapshot = take();
        assertThat(snapshot.listEvidence(EvidenceFile.Kind.LICENSE)).hasSize(7).allMatch(EvidenceFile::isRead);
        assertThat(snapshot.listEvidence(EvidenceFile.Kind.USE_POLICY)).hasSize(2);
        assertThat(snapshot.listEvidence(EvidenceFile.Kind.NOTICE)).hasSize(1);
    }

    @Test
    void codeAndWeightsAreNoEvidence() {
        info(sibling("license_plate.py", "x"), sibling("license.safetensors", "x"), sibling("x/README.md", "x"));
        assertThat(take().evidence()).allMatch(f -> f.state() instanceof EvidenceFile.State.Absent);
    }

    @Test
    void aHostileNameIsListedAndNeverAskedFor() {
        info(sibling("../../LICENSE", "x"));
        assertThat(license(take()).state())
                .isInstanceOfSatisfying(
                        EvidenceFile.State.Unread.class,
                        unread -> assertThat(unread.reason()).isEqualTo(EvidenceFile.Reason.UNSAFE_PATH));
        assertThat(hub.requests()).isEqualTo(1);
    }

    @Test
    void aPdfIsNotRead() {
        info(sibling("MODEL_LICENSE.pdf", "%PDF-1.7 x"));
        file("MODEL_LICENSE.pdf", 200, "%PDF-1.7 x");
        assertThat(license(take()).state())
                .isInstanceOfSatisfying(
                        EvidenceFile.State.Unread.class,
                        unread -> assertThat(unread.reason()).isEqualTo(EvidenceFile.Reason.NOT_TEXT));
    }

    @Test
    void withoutAListOfFilesNothingIsAbsent() {
        answers.put(
                "/api/models/acme/model", HubServer.response(200, "{\"id\":\"acme/model\",\"sha\":\"" + SHA + "\"}"));
        assertThat(take().evidence())
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.state())
                        .isInstanceOfSatisfying(
                                EvidenceFile.State.Unread.class,
                                unread -> assertThat(unread.reason()).isEqualTo(EvidenceFile.Reason.NO_FILE_LIST)));
    }

    @Test
    void sizesAndHashesMissingInTheDescriptionComeFromTheTree() {
        answers.put(
                "/api/models/acme/model",
                HubServer.response(
                        200,
                        "{\"id\":\"acme/model\",\"sha\":\"%s\",\"siblings\":[{\"rfilename\":\"w.gguf\"}]}"
                                .formatted(SHA)));
        answers.put(
                "/api/models/acme/model/tree/" + SHA,
                HubServer.response(
                        200,
                        "[{\"type\":\"file\",\"path\":\"w.gguf\",\"oid\":\"o\",\"size\":9,\"lfs\":{\"oid\":\"s\",\"size\":9}}]"));
        assertThat(take().weights()).singleElement().satisfies(weights -> {
            assertThat(weights.format()).isEqualTo(WeightFile.Format.GGUF);
            assertThat(weights.sha256()).contains("s");
        });
    }

    @Test
    void basesOfCardApiAndTagsAreJoined() {
        String card = "---\nbase_model: https://huggingface.co/base/One\n---\n";
        file("README.md", 200, card);
        answers.put("/api/models/acme/model", HubServer.response(200, """
                        {"id":"acme/model","sha":"%s","siblings":[%s],"cardData":{"base_model":["base/One","/data/x"]},
                         "tags":["base_model:base/One","base_model:quantized:base/One","base_model:acme/model"]}
                        """.formatted(SHA, sibling("README.md", card))));
        assertThat(take().bases())
                .extracting(b -> b.model().map(RepoId::value).orElse(b.written()), DeclaredBase::relation)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("base/One", DeclaredBase.Relation.QUANTIZED),
                        org.assertj.core.groups.Tuple.tuple("/data/x", DeclaredBase.Relation.UNSTATED),
                        org.assertj.core.groups.Tuple.tuple("acme/model", DeclaredBase.Relation.UNSTATED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # status | X-Error-Code     | X-Error-Message                      | result
                    401      | ''               | Invalid username or password.        | Gone
                    404      | RepoNotFound     | x                                    | Gone
                    404      | RevisionNotFound | x                                    | RevisionGone
                    403      | ''               | Access to this resource is disabled. | Disabled
                    401      | GatedRepo        | x                                    | GatedEntirely
                    500      | ''               | x                                    | Failed
                    404      | ''               | x                                    | Failed
                    """)
    void whatHappenedToTheModelIsToldApart(int status, String code, String message, String result) {
        answers.put(
                "/api/models/acme/model",
                HubServer.response(status, "", "X-Error-Code", code, "X-Error-Message", message));
        assertThat(fetch().getClass().getSimpleName()).isEqualTo(result);
    }

    @Test
    void aQuotaThatIsUsedUpSaysWhenToComeBack() {
        answers.put("/api/models/acme/model", HubServer.response(429, "", "Retry-After", "3600"));
        assertThat(fetch())
                .isInstanceOfSatisfying(
                        SnapshotResult.Failed.class,
                        failed -> assertThat(failed.retryAfter()).isEqualTo(Optional.of(Duration.ofHours(1))));
    }

    private SnapshotResult fetch() {
        return new SnapshotAssembler(hub.client()).fetch(MODEL, Revision.MAIN);
    }

    private ModelSnapshot take() {
        SnapshotResult result = fetch();
        assertThat(result).isInstanceOf(SnapshotResult.Taken.class);
        return ((SnapshotResult.Taken) result).snapshot();
    }

    private static EvidenceFile license(ModelSnapshot snapshot) {
        return snapshot.listEvidence(EvidenceFile.Kind.LICENSE).getFirst();
    }

    private void info(String... siblings) {
        answers.put(
                "/api/models/acme/model",
                HubServer.response(
                        200,
                        "{\"id\":\"acme/model\",\"sha\":\"%s\",\"siblings\":[%s]}"
                                .formatted(SHA, String.join(",", siblings))));
    }

    private void file(String name, int status, String body) {
        answers.put(path(name), HubServer.response(status, body));
    }

    private static String path(String name) {
        return "/acme/model/resolve/" + SHA + "/" + name;
    }

    private static String sibling(String name, String content) {
        Payload body = Payload.of(content);
        return "{\"rfilename\":\"%s\",\"blobId\":\"%s\",\"size\":%d}".formatted(name, body.gitBlobOid(), body.size());
    }
}
