package licet.ingest.hub;

import static licet.ingest.hub.HubCase.INFO;
import static licet.ingest.hub.HubCase.LICENSE;
import static licet.ingest.hub.HubCase.MODEL;
import static licet.ingest.hub.HubCase.found;
import static licet.ingest.hub.HubCase.info;
import static licet.ingest.hub.HubCase.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of redirects and of addresses. */
class HubRedirectCasesTest {
    private static final AccessToken TOKEN = AccessToken.find("hf_secret").orElseThrow();

    static final List<HubCase> CASES = List.of(
            new HubCase("R1", "a renamed model is found under its new name, and the old one is its alias", hub -> {
                hub.answer(307, "", "Location", "/api/models/new/name?blobs=true&securityStatus=true")
                        .answer(200, "{\"id\":\"new/name\"}");
                Answer<ModelInfo> answer = found(info(hub));
                assertThat(answer.value().id()).isEqualTo(RepoId.parse("new/name"));
                assertThat(answer.origin().findAlias(answer.value().id())).contains(MODEL);
            }),
            new HubCase("R2", "a renamed private model is followed with the credential", hub -> {
                hub.answer(307, "", "Location", "/api/models/new/name").answer(200, "{\"id\":\"new/name\"}");
                found(hub.client(hub.settings().withToken(TOKEN)).modelInfo(MODEL, Revision.MAIN));
                hub.request();
                assertThat(hub.request().getHeaders().get("Authorization")).isEqualTo("Bearer hf_secret");
            }),
            new HubCase("R3", "another spelling leads to the canonical one", hub -> {
                hub.answer(307, "", "Location", "/api/models/acme/model").answer(200, INFO);
                RepoId asked = RepoId.parse("Acme/Model");
                Answer<ModelInfo> answer = found(hub.client().modelInfo(asked, Revision.MAIN));
                assertThat(answer.origin().findAlias(answer.value().id())).contains(asked);
            }),
            new HubCase("R4", "an account's other spelling is followed", hub -> {
                hub.answer(307, "", "Location", "/api/users/TheBloke/overview").answer(200, "{\"user\":\"TheBloke\"}");
                assertThat(found(hub.client().user("thebloke")).name()).isEqualTo("TheBloke");
            }),
            new HubCase("R5", "a circle of redirects ends", hub -> {
                for (int i = 0; i < 8; i++) {
                    hub.answer(307, "", "Location", "/api/models/acme/model");
                }
                assertThat(message(info(hub))).contains("more than 5 redirects");
                assertThat(hub.requests()).isEqualTo(6);
            }),
            new HubCase("R6", "a question for a file's headers does not go to another host", hub -> {
                hub.answer(302, "", "Location", "https://cdn.example/x?signed=1", "X-Linked-Size", "7");
                FileMeta meta = found(hub.client().fileMeta(MODEL, Revision.MAIN, LICENSE));
                assertThat(meta.size()).hasValue(7);
                assertThat(meta.location())
                        .hasValueSatisfying(uri -> assertThat(uri.getHost()).isEqualTo("cdn.example"));
                assertThat(hub.request().getMethod()).isEqualTo("HEAD");
            }),
            new HubCase("R7", "a relative place is resolved; one that begins with two slashes is another host", hub -> {
                hub.answer(307, "", "Location", "../model2").answer(200, INFO);
                found(info(hub));
                hub.request();
                assertThat(hub.request().getUrl().encodedPath()).isEqualTo("/api/models/model2");
                hub.answer(302, "", "Location", "//cdn.example/x", "X-Linked-Size", "7");
                assertThat(found(hub.client().fileMeta(MODEL, Revision.MAIN, LICENSE))
                                .location())
                        .hasValueSatisfying(uri -> assertThat(uri.getHost()).isEqualTo("cdn.example"));
            }),
            new HubCase("R8", "the query of a redirect is kept", hub -> {
                hub.answer(307, "", "Location", "/api/resolve-cache/models/a/b/c/LICENSE?d=e%20f")
                        .answer(200, "text");
                found(hub.client().file(MODEL, Revision.MAIN, LICENSE));
                hub.request();
                assertThat(hub.request().getUrl().encodedQuery()).isEqualTo("d=e%20f");
            }),
            new HubCase("R9", "a file name with brackets survives a redirect", hub -> {
                try (var content = new HubServer()) {
                    hub.answer(302, "", "Location", content.address("/x%5B1%5D%5E%7C?y=z"));
                    content.answer(200, "ok");
                    found(hub.client().file(MODEL, Revision.MAIN, RepoPath.parse("a[1]^|.txt")));
                    assertThat(content.request().getUrl().toString()).endsWith("/x%5B1%5D%5E%7C?y=z");
                }
            }),
            new HubCase("R10", "another host gets neither credential nor cookie", hub -> {
                try (var content = new HubServer()) {
                    hub.answer(302, "", "Location", content.address("/x"), "Set-Cookie", "token=abc; Path=/");
                    content.answer(200, "ok");
                    found(hub.client(hub.settings().withToken(TOKEN)).file(MODEL, Revision.MAIN, LICENSE));
                    var headers = content.request().getHeaders();
                    assertThat(headers.get("Authorization")).isNull();
                    assertThat(headers.get("Cookie")).isNull();
                    assertThat(headers.toString()).doesNotContain("secret");
                }
            }),
            new HubCase("R11", "a redirected form keeps its method and its body, and never leaves the Hub", hub -> {
                hub.answer(307, "", "Location", "/api/models/new/name/paths-info/main")
                        .answer(200, "[]");
                found(hub.client().pathsInfo(MODEL, Revision.MAIN, List.of(LICENSE), false));
                assertThat(hub.request().getMethod()).isEqualTo("POST");
                var second = hub.request();
                assertThat(second.getMethod()).isEqualTo("POST");
                assertThat(second.getBody().utf8()).isEqualTo("expand=false&paths=LICENSE");
                hub.answer(307, "", "Location", "https://elsewhere.example/paths-info");
                assertThat(message(hub.client().pathsInfo(MODEL, Revision.MAIN, List.of(LICENSE), false)))
                        .contains("another host");
            }),
            new HubCase(
                    "R12",
                    "an awkward file name is encoded",
                    hub -> assertPath(
                            hub,
                            "subfolder/to?/awful?filename%you:should,never.give",
                            "subfolder/to%3F/awful%3Ffilename%25you%3Ashould%2Cnever.give")),
            new HubCase(
                    "R13",
                    "blanks, marks, percent signs and other scripts are encoded, empty segments dropped",
                    hub -> {
                        assertPath(hub, "with space/and#hash?and+plus", "with%20space/and%23hash%3Fand+plus");
                        assertPath(hub, "a%2Fb/c", "a%252Fb/c");
                        assertPath(hub, "ümlaut/файл.txt", "%C3%BCmlaut/%D1%84%D0%B0%D0%B9%D0%BB.txt");
                        assertPath(hub, "/a//b/c/", "a/b/c");
                        assertThat(RepoPath.find("")).isEmpty();
                    }),
            new HubCase(
                    "R14",
                    "a real path with a hash mark",
                    hub -> assertPath(hub, "x_to_rlds#episode_106", "x_to_rlds%23episode_106")),
            new HubCase("R15", "a revision is one segment, whatever it contains", hub -> {
                Map<String, String> encoded = Map.of(
                        "feature/x", "feature%2Fx",
                        "refs/convert/parquet", "refs%2Fconvert%2Fparquet",
                        "fix#123", "fix%23123",
                        "wip?draft", "wip%3Fdraft",
                        "v1.0+beta", "v1.0%2Bbeta",
                        "with space", "with%20space",
                        "100%done", "100%25done",
                        "v1.0-rc.2_final~ok", "v1.0-rc.2_final~ok");
                for (var entry : encoded.entrySet()) {
                    hub.answer(200, INFO);
                    found(hub.client().modelInfo(MODEL, Revision.parse(entry.getKey())));
                    assertThat(hub.request().getUrl().encodedPath())
                            .isEqualTo("/api/models/acme/model/revision/" + entry.getValue());
                }
            }),
            new HubCase("R16", "dots never climb out of an address", hub -> {
                assertThat(RepoPath.find("a/../b")).isEmpty();
                assertThat(RepoPath.find("./a")).isEmpty();
                assertPath(hub, "%2e%2e/x", "%252e%252e/x");
                assertThatIllegalArgumentException().isThrownBy(() -> Revision.parse(".."));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> hub.client().organization(".."));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> hub.client().collection("../models/x"));
            }),
            new HubCase("R17", "an endpoint keeps its path and loses its slash; an empty one is an error", hub -> {
                hub.answer(200, INFO);
                found(hub.client(HubSettings.of(hub.address("/hf//"))).modelInfo(MODEL, Revision.MAIN));
                assertThat(hub.request().getUrl().encodedPath()).isEqualTo("/hf/api/models/acme/model");
                for (String endpoint : List.of("", "/", " ")) {
                    assertThatIllegalArgumentException().isThrownBy(() -> HubSettings.of(endpoint));
                }
            }),
            new HubCase("R18", "ids of repositories are checked before they are used", hub -> {
                for (String id : List.of("123", "foo", "foo/bar", "Foo-BAR_foo.bar123")) {
                    assertThat(RepoId.find(id)).isPresent();
                }
                for (String id : List.of(
                        "x".repeat(100),
                        "datasets/foo/bar",
                        ".repo_id",
                        "repo_id.",
                        "foo--bar",
                        "foo..bar",
                        "foo.git")) {
                    assertThat(RepoId.find(id)).isEmpty();
                }
            }),
            new HubCase("R19", "an address tells the repository it belongs to", hub -> {
                assertAddress("https://huggingface.co/api/models/a/b/tree/main", RepoType.MODEL, "a/b");
                assertAddress("https://huggingface.co/api/models/gpt2/revision/main", RepoType.MODEL, "gpt2");
                assertAddress("https://huggingface.co/a/b/resolve/main/x/y.json", RepoType.MODEL, "a/b");
                assertAddress("https://huggingface.co/gpt2/resolve/main/config.json", RepoType.MODEL, "gpt2");
                assertAddress("https://hub-ci.huggingface.co/datasets/a/b/resolve/main/x", RepoType.DATASET, "a/b");
                assertAddress("https://huggingface.co/api/datasets/squad", RepoType.DATASET, "squad");
                assertAddress("https://huggingface.co/spaces/a/b", RepoType.SPACE, "a/b");
                for (String other : List.of(
                        "https://huggingface.co/api/whoami-v2",
                        "https://huggingface.co/docs/hub",
                        "https://huggingface.co/api/models",
                        "https://elsewhere.example/a/b",
                        "no address")) {
                    assertThat(HubAddress.find(other)).isEmpty();
                }
            }));

    @TestFactory
    Stream<DynamicTest> cases() {
        return HubCase.tests(CASES);
    }

    private static void assertPath(HubServer hub, String path, String encoded) {
        hub.answer(200, "text");
        found(hub.client().file(MODEL, Revision.MAIN, RepoPath.parse(path)));
        assertThat(hub.request().getUrl().encodedPath()).isEqualTo("/acme/model/resolve/main/" + encoded);
    }

    private static void assertAddress(String address, RepoType type, String id) {
        assertThat(HubAddress.find(address)).contains(new HubAddress(type, RepoId.parse(id)));
    }
}
