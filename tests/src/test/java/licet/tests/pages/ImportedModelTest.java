package licet.tests.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.local.HashProgress;
import licet.ingest.local.LocalRequest;
import licet.registry.imports.FolderImport;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.audit.Actor;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An imported model is in the catalog, marked, and its links stay with it and not with the Hub's model of that name. */
class ImportedModelTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final String NAME = "Qwen/Qwen2.5-32B-Instruct";

    @TempDir
    Path folder;

    @Test
    void standsBesideTheHubsModelOfItsName() throws IOException {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        Files.writeString(folder.resolve("README.md"), "---\nlicense: mit\n---\nBrought.\n");
        var request = new LocalRequest(folder, Optional.of(RepoId.parse(NAME)), Optional.empty());
        assertThat(REGISTRY.bean(FolderImport.class).take(request, Actor.HOST, HashProgress.NONE))
                .isInstanceOf(FolderImport.Outcome.Stored.class);
        var rows = page("/?q=" + NAME).select(".models tbody tr");
        assertThat(rows).hasSize(2);
        var imported = rows.stream()
                .filter(row -> row.select("th").text().contains("Local import"))
                .toList();
        assertThat(imported).singleElement().satisfies(row -> {
            assertThat(row.text()).contains("MIT");
            assertThat(row.select("a").eachAttr("href")).allMatch(href -> href.contains("source=local"));
        });
        var model = page(imported.getFirst().select("th a").attr("href"));
        assertThat(model.select(".facts").text()).contains("Local import", "local:evidence-");
        assertThat(model.select(".tabs a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.contains("source=local"));
        assertThat(page("/models/" + NAME).select(".facts").text()).doesNotContain("ocal");
    }

    private static Document page(String path) {
        var answer = REGISTRY.send(REGISTRY.browse(path, REGISTRY.session()));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
