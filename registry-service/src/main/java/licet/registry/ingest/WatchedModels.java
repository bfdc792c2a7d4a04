package licet.registry.ingest;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import licet.ingest.hub.RepoId;
import licet.rules.release.Release;
import licet.rules.release.Releases;
import org.jspecify.annotations.Nullable;

/**
 * The models that a new database watches: those of the setting {@code licet.watch} (a list separated by commas), or else
 * the known releases. A release that is only stated has no repository to read.
 */
@Singleton
public class WatchedModels {
    private final List<RepoId> models;

    WatchedModels(@Property(name = "licet.watch") @Nullable String given, Releases releases) {
        this.models = given == null ? known(releases) : parse(given);
    }

    private static List<RepoId> known(Releases releases) {
        return releases.list().stream()
                .filter(release -> !release.isStated())
                .map(Release::model)
                .map(model -> RepoId.parse(model.value()))
                .toList();
    }

    private static List<RepoId> parse(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(RepoId::parse)
                .toList();
    }

    public List<RepoId> list() {
        return models;
    }
}
