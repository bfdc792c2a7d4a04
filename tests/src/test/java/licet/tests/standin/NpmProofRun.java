package licet.tests.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A client that was written elsewhere sees in the stand-in what is there. It is fetched from a package registry, so its name
 * keeps it out of the normal build: {@code mvn -pl tests -am test -Dtest=NpmProofRun -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class NpmProofRun {
    private static final World WORLD = World.of(4, 3_000).next().next();
    private static final int LOOKED_AT = 40;

    @Test
    void aForeignClientSeesTheSameModels() throws Exception {
        var npm = NpmClient.install(Path.of("target", "npm"));
        List<Model> models = models();
        List<String> arguments = new ArrayList<>();
        try (var hub = StandInHub.start(WORLD)) {
            arguments.add(hub.endpoint());
            arguments.add(models.getFirst().owner());
            models.forEach(model -> arguments.add(model.id()));
            JsonNode view = npm.node("view.mjs", arguments);
            assertThat(texts(view.path("listed"))).isEqualTo(newestFirst());
            assertThat(texts(view.path("owned")))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(owned(models.getFirst()));
            assertThat(view.path("absent").asInt()).isEqualTo(401);
            for (int i = 0; i < models.size(); i++) {
                check(models.get(i), view.path("models").path(i));
            }
            assertThat(hub.counts().of(Kind.UNKNOWN)).isZero();
            assertThat(hub.counts().of(Kind.CONTENT)).as("headers of weights").isPositive();
        }
    }

    private static void check(Model model, JsonNode seen) {
        List<RepoEntry> files = RepoFiles.of(model);
        assertThat(seen.path("id").asText()).isEqualTo(model.id());
        assertThat(seen.path("sha").asText()).isEqualTo(model.commit());
        assertThat(seen.path("gated").asBoolean()).isFalse();
        assertThat(seen.path("license").asText()).isEqualTo(Card.data(model).getOrDefault("license", ""));
        List<String> paths = files.stream().map(RepoEntry::path).toList();
        assertThat(texts(seen.path("paths"))).isEqualTo(paths);
        assertThat(texts(seen.path("files"))).isEqualTo(paths);
        assertThat(texts(seen.path("commits")))
                .isEqualTo(model.pushes().stream().map(model::commitOf).toList());
        int size = Card.body(model).length;
        assertThat(seen.path("card").path("size").asInt()).isEqualTo(size);
        assertThat(seen.path("card").path("linkSize").asInt()).isEqualTo(size);
        assertThat(seen.path("card").path("length").asInt()).isEqualTo(size);
        assertThat(seen.path("card").path("etag").asText())
                .contains(seen.path("card").path("oid").asText());
        assertThat(seen.path("missing").asBoolean()).isFalse();
        if (model.weights().equals("safetensors")) {
            assertThat(seen.path("parameters").path("BF16").asLong())
                    .isEqualTo(model.shape().parameters());
        }
    }

    /** Models whose files anybody may read. */
    private static List<Model> models() {
        List<Model> models = new ArrayList<>();
        for (int i = 0; models.size() < LOOKED_AT; i++) {
            Model model = WORLD.model(i);
            boolean open =
                    !model.isGated() && !model.past().deleted() && !model.past().disabled();
            boolean pushed = model.past().content() > 0;
            if (open && (pushed || i < LOOKED_AT / 2)) {
                models.add(model);
            }
        }
        return models;
    }

    private static List<String> newestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = WORLD.models() - 1; i >= 0; i--) {
            if (!WORLD.past(i).deleted()) {
                ids.add(WORLD.id(i));
            }
        }
        return ids;
    }

    private static List<String> owned(Model model) {
        return newestFirst().stream()
                .filter(id -> id.startsWith(model.owner() + "/"))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
