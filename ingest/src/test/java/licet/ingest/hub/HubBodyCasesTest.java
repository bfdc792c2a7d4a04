package licet.ingest.hub;

import static licet.ingest.hub.HubCase.LICENSE;
import static licet.ingest.hub.HubCase.MODEL;
import static licet.ingest.hub.HubCase.found;
import static licet.ingest.hub.HubCase.info;
import static licet.ingest.hub.HubCase.kind;
import static licet.ingest.hub.HubCase.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of bodies. */
class HubBodyCasesTest {
    static final List<HubCase> CASES = List.of(
            new HubCase("B1", "fields that are unknown or long gone do not hurt", hub -> {
                ModelInfo info = model(hub, "\"gitalyUid\":\"x\",\"model_id\":\"old\",\"new\":{\"a\":[1]}");
                assertThat(info.id()).isEqualTo(MODEL);
                assertThat(info.problems()).isEmpty();
            }),
            new HubCase("B2", "files that are null, and an evaluation that is no list", hub -> {
                ModelInfo info = model(hub, "\"siblings\":null,\"cardData\":{\"model-index\":{\"name\":\"x\"}}");
                assertThat(info.siblings()).isEmpty();
                assertThat(info.cardData()).containsOnlyKeys("model-index");
            }),
            new HubCase("B3", "providers as a list and as a map", hub -> {
                for (String providers : List.of("[{\"provider\":\"x\"}]", "{\"x\":{\"status\":\"live\"}}")) {
                    assertThat(model(hub, "\"inferenceProviderMapping\":" + providers)
                                    .problems())
                            .isEmpty();
                }
            }),
            new HubCase("B4", "a card's fields as a text and as a list", hub -> {
                assertThat(model(hub, "\"cardData\":{\"license\":\"mit\",\"base_model\":[\"a/b\"]}")
                                .cardData())
                        .isEqualTo(Map.of("license", "mit", "base_model", List.of("a/b")));
                for (String license : List.of("\"mit\"", "[\"mit\"]")) {
                    hub.answer(
                            200,
                            "{\"id\":\"acme/data\",\"cardData\":{\"license\":" + license + ",\"license_name\":\"x\"}}");
                    DatasetInfo data = found(hub.client().datasetInfo(RepoId.parse("acme/data"), Revision.MAIN))
                            .value();
                    assertThat(data.terms().licenses()).containsExactly("mit");
                    assertThat(data.terms().name()).contains("x");
                }
            }),
            new HubCase("B5", "times with three, nine and no digits of a fraction; none without its zone", hub -> {
                for (String time : List.of("38.123Z", "38.123456789Z", "38Z")) {
                    assertThat(created(hub, time).identity().createdAt()).isPresent();
                }
                for (String time : List.of("38.123", "38Z+6:00")) {
                    assertThat(created(hub, time).identity().createdAt()).isEmpty();
                    assertThat(created(hub, time).problems()).hasSize(1);
                }
            }),
            new HubCase(
                    "B6", "a list of fields excludes the switches; a refused field is said in the Hub's words", hub -> {
                        hub.answer(200, "[]");
                        hub.client()
                                .modelPage(ListQuery.everything()
                                        .giving(new ListQuery.Fields.Switches(true, true, true))
                                        .giving(new ListQuery.Fields.Expand(Set.of(ModelField.SHA))));
                        assertThat(hub.request().getUrl().queryParameterNames())
                                .doesNotContain("full", "config", "cardData");
                        assertThatIllegalArgumentException().isThrownBy(() -> new ListQuery.Fields.Expand(Set.of()));
                        hub.answer(400, "", "X-Error-Message", "\"expand\" must be one of [author]");
                        HubResult<ModelPage> refused = hub.client().modelPage(ListQuery.everything());
                        assertThat(kind(refused)).isEqualTo("Failed");
                        assertThat(message(refused)).isEqualTo("HTTP 400: \"expand\" must be one of [author]");
                    }),
            new HubCase("B7", "a tree of files and folders, with commits, hashes and scans", hub -> {
                hub.answer(200, """
                        [{"type":"directory","oid":"d","size":0,"path":"x"},
                         {"type":"file","oid":"o","size":9,"path":"w.bin","xetHash":"beef",
                          "lfs":{"oid":"sha","size":9,"pointerSize":134},
                          "lastCommit":{"id":"c","title":"Add","date":"2018-11-14T23:35:08.000Z"},
                          "securityFileStatus":{"status":"unsafe","avScan":{"status":"unsafe"}}},
                         {"type":"file","path":"y","securityFileStatus":{"status":"invented"}},
                         {"type":"unknown","path":"z"},{"type":"file"}]
                        """);
                List<TreeEntry> entries = found(hub.client()
                        .tree(
                                MODEL,
                                Revision.MAIN,
                                TreeQuery.EVERYTHING
                                        .below(RepoPath.parse("a b"))
                                        .withDetails()));
                assertThat(entries)
                        .extracting(TreeEntry::kind)
                        .containsExactly(
                                TreeEntry.Kind.DIRECTORY,
                                TreeEntry.Kind.FILE,
                                TreeEntry.Kind.FILE,
                                TreeEntry.Kind.UNKNOWN);
                TreeEntry file = entries.get(1);
                assertThat(file.file().lfsSha256()).contains("sha");
                assertThat(file.xetHash()).contains("beef");
                assertThat(file.scan()).contains(TreeEntry.ScanStatus.UNSAFE);
                assertThat(file.lastCommit().map(Commit::title)).contains("Add");
                assertThat(entries.get(2).scan()).contains(TreeEntry.ScanStatus.UNKNOWN);
                assertThat(hub.request().getUrl().toString())
                        .endsWith("/api/models/acme/model/tree/main/a%20b?recursive=true&expand=true");
            }),
            new HubCase(
                    "B8",
                    "paths that are missing are left out, many go in several forms, a damaged answer is none",
                    hub -> {
                        hub.answer(200, "[{\"type\":\"file\",\"path\":\"LICENSE\",\"oid\":\"o\",\"size\":5}]");
                        var asked = List.of(LICENSE, RepoPath.parse("not/there & more"));
                        assertThat(found(hub.client().pathsInfo(MODEL, Revision.MAIN, asked, true)))
                                .extracting(entry -> entry.file().path())
                                .containsExactly("LICENSE");
                        assertThat(hub.request().getBody().utf8())
                                .isEqualTo("expand=true&paths=LICENSE&paths=not%2Fthere+%26+more");
                        hub.answer(200, "[]").answer(200, "[]").answer(200, "[]");
                        var many = IntStream.range(0, 2500)
                                .mapToObj(i -> RepoPath.parse("f" + i))
                                .toList();
                        found(hub.client().pathsInfo(MODEL, Revision.MAIN, many, false));
                        for (int i = 0; i < 3; i++) {
                            assertThat(hub.request().getBody().utf8().split("&"))
                                    .hasSizeLessThanOrEqualTo(1000);
                        }
                        hub.answer(200, "{\"error\":\"odd\"}");
                        assertThat(message(hub.client().pathsInfo(MODEL, Revision.MAIN, asked, false)))
                                .isEqualTo("a page is not a list");
                        for (int i = 0; i < 6; i++) {
                            hub.answer(200, "[{");
                        }
                        assertThat(message(hub.client().pathsInfo(MODEL, Revision.MAIN, asked, false)))
                                .isEqualTo("the body is damaged");
                    }),
            new HubCase("B9", "emissions in words are kept as they are", hub -> {
                for (String emissions : List.of("17g", "1,7 kg")) {
                    assertThat(model(hub, "\"cardData\":{\"co2_eq_emissions\":\"" + emissions + "\"}")
                                    .cardData())
                            .containsEntry("co2_eq_emissions", emissions);
                }
            }),
            new HubCase("B10", "refs with and without pull requests", hub -> {
                hub.answer(200, """
                        {"branches":[{"name":"main","ref":"refs/heads/main","targetCommit":"c1"}],
                         "tags":[{"name":"v1","ref":"refs/tags/v1","targetCommit":"c2"}],
                         "converts":[{"name":"parquet","ref":"refs/convert/parquet","targetCommit":"c3"}],
                         "pullRequests":[{"name":"1","ref":"refs/pr/1","targetCommit":"c4"}]}
                        """).answer(200, "{\"branches\":[],\"tags\":[],\"converts\":[]}");
                GitRefs refs = found(hub.client().refs(MODEL, true));
                assertThat(refs.branches()).containsExactly(new GitRefs.Ref("main", "refs/heads/main", "c1"));
                assertThat(refs.tags()).extracting(GitRefs.Ref::targetCommit).containsExactly("c2");
                assertThat(refs.converts()).extracting(GitRefs.Ref::name).containsExactly("parquet");
                assertThat(refs.pullRequests()).extracting(GitRefs.Ref::ref).containsExactly("refs/pr/1");
                assertThat(found(hub.client().refs(MODEL, false)).pullRequests())
                        .isEmpty();
                assertThat(hub.request().getUrl().query()).isEqualTo("include_prs=true");
                assertThat(hub.request().getUrl().query()).isNull();
            }),
            new HubCase("B11", "ids twice in a list, gating in words, numeric object ids", hub -> {
                hub.answer(200, "[{\"id\":\"a/b\",\"_id\":7,\"gated\":\"auto\"},{\"id\":\"a/b\",\"_id\":7}]");
                assertThat(found(hub.client().listModels(ModelQuery.all())))
                        .singleElement()
                        .satisfies(info -> assertThat(info.state().gating()).isEqualTo(Gating.AUTO))
                        .satisfies(
                                info -> assertThat(info.identity().objectId()).contains("7"));
            }),
            new HubCase("B12", "times with six digits of a fraction", hub -> {
                assertThat(created(hub, "38.123456Z").identity().createdAt()).isPresent();
            }));

    @TestFactory
    Stream<DynamicTest> cases() {
        return HubCase.tests(CASES);
    }

    private static ModelInfo model(HubServer hub, String fields) {
        hub.answer(200, "{\"id\":\"acme/model\"," + fields + "}");
        return found(info(hub)).value();
    }

    private static ModelInfo created(HubServer hub, String seconds) {
        return model(hub, "\"createdAt\":\"2024-10-16T22:00:" + seconds + "\"");
    }
}
