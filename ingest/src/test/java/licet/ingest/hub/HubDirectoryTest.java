package licet.ingest.hub;

import static licet.ingest.hub.HubCase.MODEL;
import static licet.ingest.hub.HubCase.found;
import static licet.ingest.hub.HubCase.kind;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import licet.ingest.SharedCorpus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts, collections, tags, datasets and scans. */
class HubDirectoryTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HubServer hub = new HubServer();

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void anOrganizationTellsItsNameAndWhetherTheHubVouchesForIt() {
        hub.answer(200, """
                {"_id":"659e","fullname":"Acme Labs","name":"acme","details":"Models.","isVerified":true,"numUsers":2,
                 "numModels":7,"numDatasets":0,"numFollowers":2408}
                """);
        Account account = found(hub.client().organization("acme"));
        assertThat(account.kind()).isEqualTo(Account.Kind.ORGANIZATION);
        assertThat(account.fullName()).contains("Acme Labs");
        assertThat(account.details()).contains("Models.");
        assertThat(account.verified()).isTrue();
        assertThat(account.counts())
                .isEqualTo(new Account.Counts(
                        OptionalLong.of(7), OptionalLong.of(0), OptionalLong.of(2408), OptionalLong.of(2)));
        assertThat(hub.request().getUrl().encodedPath()).isEqualTo("/api/organizations/acme/overview");
    }

    @Test
    void aCollectionGivesItsModels() {
        hub.answer(200, """
                {"slug":"acme/best-0123","title":"Best","owner":{"name":"acme"},"lastUpdated":"2023-10-02T22:56:48.632Z",
                 "items":[{"type":"model","id":"acme/model","note":{"html":"<p>x</p>","text":"x"}},
                          {"repoType":"dataset","id":"acme/data"},{"type":"paper","id":"2401.00001"},{"type":"model"}]}
                """);
        HubCollection collection = found(hub.client().collection("acme/best-0123"));
        assertThat(collection.owner()).contains("acme");
        assertThat(collection.lastUpdated()).isPresent();
        assertThat(collection.items())
                .extracting(HubCollection.Item::type)
                .containsExactly("model", "dataset", "paper");
        assertThat(collection.items().stream().flatMap(item -> item.findModel().stream()))
                .containsExactly(MODEL);
        assertThat(collection.items().getFirst().note()).contains("x");
    }

    @Test
    void collectionsComeInPagesUpToTheLimit() {
        String link = "</api/collections?cursor=x>; rel=\"next\"";
        hub.answer(200, "[{\"slug\":\"a/1\",\"owner\":\"a\"},{\"slug\":\"a/2\"}]", "Link", link)
                .answer(200, "[{\"slug\":\"a/3\"},{\"slug\":\"a/4\"}]", "Link", link);
        assertThat(found(hub.client().collections(CollectionQuery.containing(MODEL, 3))))
                .extracting(HubCollection::slug)
                .containsExactly("a/1", "a/2", "a/3");
        assertThat(hub.request().getUrl().query()).isEqualTo("sort=lastModified&limit=3&item=models/acme/model");
        assertThat(hub.request().getUrl().queryParameter("cursor")).isEqualTo("x");
        hub.answer(404, "");
        assertThat(kind(hub.client().collection("acme/gone-0123"))).isEqualTo("MissingPage");
    }

    @Test
    void tagsAreListedByType() {
        hub.answer(200, "{\"license\":[{\"type\":\"license\",\"id\":\"license:mit\",\"label\":\"mit\"},{\"x\":1}]}");
        assertThat(found(hub.client().tags("license"))).containsExactly(new HubTag("license", "license:mit", "mit"));
        assertThat(hub.request().getUrl().query()).isEqualTo("type=license");
    }

    @Test
    void aScanThatIsNotFinishedIsNotClean() {
        hub.answer(200, "{\"scansDone\":false,\"filesWithIssues\":[{\"path\":\"x.pkl\",\"level\":\"unsafe\"}]}")
                .answer(200, "{\"other\":1}");
        assertThat(found(hub.client().scan(MODEL)))
                .isEqualTo(new SecurityScan(false, List.of(new SecurityScan.Issue("x.pkl", "unsafe"))));
        assertThat(kind(hub.client().scan(MODEL))).isEqualTo("Failed");
    }

    @Test
    void realDatasetsTellTheirLicenses() throws IOException {
        for (Path file : SharedCorpus.list("datasetinfo", ".json")) {
            String body = Files.readString(file);
            JsonNode json = JSON.readTree(body);
            hub.answer(200, body);
            DatasetInfo data = found(hub.client().datasetInfo(RepoId.parse("asked/name"), Revision.MAIN))
                    .value();
            assertThat(data.id()).hasToString(json.path("id").asText());
            assertThat(data.sha()).contains(json.path("sha").asText());
            assertThat(data.problems()).isEmpty();
            assertThat(data.licenseTags()).isEqualTo(data.terms().licenses());
        }
    }

    @Test
    void realTreesAreRead() throws IOException {
        for (Path file : SharedCorpus.list("tree", ".json")) {
            String body = Files.readString(file);
            hub.answer(200, body);
            List<TreeEntry> entries = found(hub.client().tree(MODEL, Revision.MAIN, TreeQuery.EVERYTHING));
            assertThat(entries).hasSize(JSON.readTree(body).size()).allSatisfy(entry -> {
                assertThat(entry.kind()).isNotEqualTo(TreeEntry.Kind.UNKNOWN);
                assertThat(entry.file().blobOid()).isPresent();
            });
        }
    }

    @Test
    void realAnswersOfAccountsAndCommitsAreRead() throws IOException {
        JsonNode organization = recorded("org-openai-community.json");
        hub.answer(200, organization.path("body").toString());
        assertThat(found(hub.client().organization("openai-community")).counts().models())
                .hasValue(7);
        JsonNode commits = recorded("commits-gpt2.json");
        hub.answer(200, commits.path("body").toString(), "X-Total-Count", "26");
        CommitLog log = found(hub.client().commits(MODEL, Revision.MAIN, 1));
        assertThat(log.total()).hasValue(26);
        assertThat(log.commits().getFirst().authors()).containsExactly("lysandre");
        JsonNode missing = recorded("user-not-found.json");
        hub.answer(404, missing.path("body").toString(), "X-Error-Message", "This user does not exist");
        assertThat(kind(hub.client().user("openai-community"))).isEqualTo("MissingPage");
    }

    private static JsonNode recorded(String name) throws IOException {
        return JSON.readTree(
                Files.readString(SharedCorpus.payloads().resolve("http").resolve(name)));
    }
}
