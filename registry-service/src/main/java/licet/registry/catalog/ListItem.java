package licet.registry.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import licet.ingest.hub.Gating;
import licet.ingest.hub.ListedModel;
import licet.ingest.hub.RepoId;
import licet.ingest.snapshot.ModelSnapshot;

/**
 * A repository as one item of a list shows it.
 *
 * @param sourceId the Hub's own id, or one made of the name where it gives none
 * @param licenses values of the license tags
 * @param bases values of the base model tags that name a relation
 */
record ListItem(String sourceId, RepoId name, Head head, Labels labels, Optional<Instant> createdAt, Counts counts) {
    private static final String LICENSE = "license:";
    private static final String BASE = "base_model:";
    /** The Hub's own limit is far below; a hostile answer must not fill the table. */
    private static final int MOST_TAGS = 50;

    /** What a push or a setting moves. */
    record Head(Optional<String> commit, Optional<Instant> lastModified, Gating gating, boolean disabled) {}

    record Labels(Optional<String> pipelineTag, Optional<String> library, List<String> licenses, List<String> bases) {
        Labels {
            licenses = List.copyOf(licenses);
            bases = List.copyOf(bases);
        }

        static Labels of(Optional<String> pipelineTag, Optional<String> library, List<String> tags) {
            return new Labels(
                    pipelineTag.map(IndexedText::of),
                    library.map(IndexedText::of),
                    tagged(tags, LICENSE),
                    tagged(tags, BASE).stream()
                            .filter(base -> base.contains(":"))
                            .toList());
        }

        private static List<String> tagged(List<String> tags, String prefix) {
            return tags.stream()
                    .filter(tag -> tag.startsWith(prefix))
                    .map(tag -> IndexedText.of(tag.substring(prefix.length())))
                    .distinct()
                    .sorted()
                    .limit(MOST_TAGS)
                    .toList();
        }
    }

    record Counts(long downloads, long likes) {}

    static ListItem of(ListedModel listed) {
        return new ListItem(
                sourceId(listed.objectId(), listed.id()),
                listed.id(),
                new Head(listed.sha(), listed.lastModified(), listed.gated(), listed.disabled()),
                Labels.of(listed.pipelineTag(), listed.library(), listed.tags()),
                listed.createdAt(),
                new Counts(listed.downloads(), listed.likes()));
    }

    static ListItem of(ModelSnapshot snapshot) {
        var identity = snapshot.identity();
        var state = snapshot.state();
        return new ListItem(
                sourceId(identity.objectId(), identity.model()),
                identity.model(),
                new Head(identity.commit(), identity.lastModified(), state.gating(), state.disabled()),
                Labels.of(
                        snapshot.labels().pipelineTag(),
                        snapshot.labels().libraryName(),
                        snapshot.labels().tags()),
                identity.createdAt(),
                new Counts(state.downloads(), state.likes()));
    }

    static String sourceId(Optional<String> objectId, RepoId name) {
        return objectId.orElseGet(() -> "name:" + name.value().toLowerCase(Locale.ROOT));
    }

    String owner() {
        return name.owner().orElse("");
    }

    /** Names of the bases that its tags name, itself left out. */
    Stream<String> baseNames() {
        return labels.bases().stream()
                .map(base -> base.substring(base.indexOf(':') + 1))
                .filter(base -> !base.equalsIgnoreCase(name.value()));
    }

    String gated() {
        return licet.rules.facts.Ids.of(head.gating());
    }
}
