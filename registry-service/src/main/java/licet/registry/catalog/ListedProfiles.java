package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import licet.ingest.hub.Gating;
import licet.ingest.snapshot.Modality;
import licet.registry.platform.Statements;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Concluder;
import licet.rules.lineage.Developers;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Relation;
import licet.rules.lineage.Traits;

/**
 * Profiles of models of which only a list item is known: its tags, its gate and its namespace. Nothing was read, so every
 * license stays unread, whatever the tags name, and no answer but NEEDS or DENY can come of it. A namespace that the
 * knowledge does not know is left out of the profile, else every such publisher would have one of its own.
 */
@Singleton
final class ListedProfiles {
    /** What is said of a list item is said of very many; beyond that, strangers make up tags. */
    private static final int REMEMBERED = 20_000;

    private static final String STRANGER = "?";

    private final Concluder concluder;
    private final Developers developers;
    private final Map<Said, Made> made = new ConcurrentHashMap<>();

    ListedProfiles(Concluder concluder, Developers developers) {
        this.concluder = concluder;
        this.developers = developers;
    }

    /** @param owner some namespace of the developer; {@code ?} for one that nobody knows */
    private record Said(
            String owner, List<String> licenses, Optional<String> pipelineTag, Gating gating, boolean hasBases) {}

    private record Made(String digest, Profile profile) {}

    /** The id of each item's profile, in the order of the items; two statements for a page, one where all are known. */
    List<Long> ids(Statements sql, List<ListItem> page) {
        var wanted = page.stream().map(this::of).toList();
        Map<String, Profile> byDigest = new LinkedHashMap<>();
        wanted.forEach(one -> byDigest.put(one.digest(), one.profile()));
        var ids = find(sql, byDigest);
        var missing = new ArrayList<Object[]>();
        byDigest.forEach((digest, profile) -> {
            if (!ids.containsKey(digest)) {
                missing.add(new Object[] {digest, CanonicalJson.write(profile)});
            }
        });
        if (!missing.isEmpty()) {
            sql.batch("INSERT INTO profile (digest, tier, body) VALUES (?, 'listed', ?)", missing);
            ids.putAll(find(sql, byDigest));
        }
        return wanted.stream()
                .map(one -> Objects.requireNonNull(ids.get(one.digest())))
                .toList();
    }

    private static Map<String, Long> find(Statements sql, Map<String, Profile> byDigest) {
        var ids = new HashMap<String, Long>();
        sql.list(
                        "SELECT digest, id FROM profile WHERE tier = 'listed' AND digest = ANY(?)",
                        row -> Map.entry(row.getString("digest"), row.getLong("id")),
                        (Object) byDigest.keySet().toArray(String[]::new))
                .forEach(row -> ids.put(row.getKey(), row.getValue()));
        return ids;
    }

    private Made of(ListItem item) {
        String developer = developers.developerOf(new ModelId(item.name().value()));
        var said = new Said(
                developer.startsWith("hub:") ? STRANGER : item.owner(),
                item.labels().licenses(),
                item.labels().pipelineTag(),
                item.head().gating(),
                item.baseNames().findAny().isPresent());
        if (made.size() >= REMEMBERED) {
            made.clear();
        }
        return made.computeIfAbsent(said, this::make);
    }

    private Made make(Said said) {
        var model = new ModelId(said.owner() + "/" + STRANGER);
        var at = new EvidenceRef(model, "", "api", Optional.empty(), Optional.empty(), Optional.empty());
        var evidence = new ArrayList<Evidence>();
        said.licenses().forEach(tag -> evidence.add(new Evidence.CardTag(at, tag)));
        // Whatever license file there may be, it was not read.
        evidence.add(new Evidence.FileUnread(at, Evidence.FileRole.LICENSE, "LISTED"));
        List<ModelEvidence.Parent> parents = said.hasBases()
                ? List.of(new ModelEvidence.Parent(new ModelId(STRANGER + "/base"), Relation.UNSPECIFIED, at))
                : List.of();
        var profile = concluder
                .conclude(
                        new ModelEvidence(model, "", traits(said), evidence, parents, List.of()), _ -> Optional.empty())
                .profile();
        return new Made(CanonicalJson.digest(profile), profile);
    }

    private static Traits traits(Said said) {
        return new Traits(
                EvidenceReader.modality(Modality.ofTask(said.pipelineTag())),
                EvidenceReader.gating(said.gating()),
                Traits.Scan.UNKNOWN,
                new TreeSet<>(),
                Traits.SizeBucket.UNKNOWN);
    }
}
