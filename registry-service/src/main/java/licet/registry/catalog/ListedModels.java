package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.ingest.hub.ListedModel;
import licet.ingest.hub.RepoId;
import licet.registry.drift.Drift;
import licet.registry.drift.Drifts;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;

/**
 * Records what lists show: that a repository exists, under which name, and whether its head moved. Of a listed model
 * nothing was read, so no answer but NEEDS or DENY can come of it.
 */
@Singleton
public class ListedModels {
    private final DriftTable drifts;
    private final ListedProfiles profiles;
    private final AuditLog audit;
    private final Clock clock;
    private final String source;

    ListedModels(DriftTable drifts, ListedProfiles profiles, AuditLog audit, Clock clock, HubMode mode) {
        this.drifts = drifts;
        this.profiles = profiles;
        this.audit = audit;
        this.clock = clock;
        this.source = mode.source();
    }

    /**
     * In whose name a page is written.
     *
     * @param examine whether every model of the page is to be read in full
     * @param newTo the watch to which a model unknown before is news; empty during its first pass
     */
    public record Pass(long run, boolean examine, Optional<UUID> newTo) {}

    /**
     * What a page changed.
     *
     * @param seen ids of all models of the page
     * @param due models to be read in full
     */
    public record Written(List<Long> seen, int news, int changed, List<RepoId> due) {
        public Written {
            seen = List.copyOf(seen);
            due = List.copyOf(due);
        }
    }

    /** Writes a page in the caller's transaction. The same page again changes nothing. */
    public Written write(Statements sql, List<ListedModel> items, Pass pass) {
        Catalog.writeAlone(sql);
        var page = unique(items.stream().map(ListItem::of).toList());
        var before = known(sql, page);
        var written = new ListingWriter(sql, source, clock.instant()).write(page, profiles.ids(sql, page), before);
        var found = drifts(page, before, written, pass);
        drifts.insert(sql, found);
        long changed = page.stream()
                .filter(item -> Optional.ofNullable(before.get(item.sourceId()))
                        .filter(known -> differs(known, item))
                        .isPresent())
                .count();
        int news = page.size() - before.size();
        if (news > 0 || changed > 0) {
            audit.append(AuditEvent.of(
                    Actor.PRODUCT,
                    "catalog.list",
                    Catalog.KIND,
                    source,
                    Map.of("run", pass.run(), "new", news, "changed", changed)));
        }
        return new Written(List.copyOf(written.values()), news, (int) changed, due(page, before, pass));
    }

    private static boolean differs(KnownListing known, ListItem item) {
        return known.last().isEmpty() || known.movedTo(item) || known.labelsDiffer(item);
    }

    /** Pages can repeat a repository, and two repositories of one page can claim a name: the later item is newer. */
    private static List<ListItem> unique(List<ListItem> items) {
        Map<String, ListItem> byName = new LinkedHashMap<>();
        items.forEach(item -> byName.put(item.name().value().toLowerCase(java.util.Locale.ROOT), item));
        Map<String, ListItem> byId = new LinkedHashMap<>();
        byName.values().forEach(item -> byId.put(item.sourceId(), item));
        return List.copyOf(byId.values());
    }

    private Map<String, KnownListing> known(Statements sql, List<ListItem> page) {
        String[] ids = page.stream().map(ListItem::sourceId).toArray(String[]::new);
        return sql
                .list(
                        KnownListing.SELECT + " WHERE m.source = ? AND m.source_id = ANY(?)",
                        KnownListing::read,
                        source,
                        ids)
                .stream()
                .collect(Collectors.toMap(KnownListing::sourceId, Function.identity()));
    }

    private List<DriftTable.Row> drifts(
            List<ListItem> page, Map<String, KnownListing> before, Map<String, Long> ids, Pass pass) {
        Instant now = clock.instant();
        var rows = new ArrayList<DriftTable.Row>();
        for (var item : page) {
            long id = java.util.Objects.requireNonNull(ids.get(item.sourceId()));
            var known = Optional.ofNullable(before.get(item.sourceId()));
            for (Drift drift : drifts(item, known, pass)) {
                rows.add(new DriftTable.Row(
                        id, Optional.empty(), Optional.empty(), Optional.of(pass.run()), now, drift));
            }
        }
        return rows;
    }

    private static List<Drift> drifts(ListItem item, Optional<KnownListing> known, Pass pass) {
        if (known.isEmpty()) {
            return pass.newTo()
                    .<List<Drift>>map(watch -> List.of(new Drift.NewMember(watch)))
                    .orElse(List.of());
        }
        var all = known.flatMap(KnownListing::facts)
                .map(facts -> Drifts.between(facts, KnownListing.facts(item)))
                .orElse(List.of());
        return known.get().examined()
                ? all.stream().filter(ListedModels::showsInLists).toList()
                : all;
    }

    /** What a reading will compare with more at hand than tags is left to it; the rest is told by now. */
    private static boolean showsInLists(Drift drift) {
        return !(drift instanceof Drift.LicenseTag || drift instanceof Drift.BaseModel);
    }

    private static List<RepoId> due(List<ListItem> page, Map<String, KnownListing> before, Pass pass) {
        return page.stream()
                .filter(item -> isDue(Optional.ofNullable(before.get(item.sourceId())), item, pass))
                .map(ListItem::name)
                .toList();
    }

    private static boolean isDue(Optional<KnownListing> known, ListItem item, Pass pass) {
        return known.filter(KnownListing::examined)
                .map(model -> ListingWriter.isDue(model, item))
                .orElse(pass.examine());
    }
}
