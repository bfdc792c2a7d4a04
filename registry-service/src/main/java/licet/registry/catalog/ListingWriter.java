package licet.registry.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import licet.registry.platform.Statements;
import org.jspecify.annotations.Nullable;

/** Writes list items in batches: rows that did not change are not touched. */
final class ListingWriter {
    private final Statements sql;
    private final String source;
    private final Instant now;

    ListingWriter(Statements sql, String source, Instant now) {
        this.sql = sql;
        this.source = source;
        this.now = now;
    }

    /**
     * Returns the id of each item's model.
     *
     * @param profiles of the items, in their order; examined models keep their own
     */
    Map<String, Long> write(List<ListItem> page, List<Long> profiles, Map<String, KnownListing> before) {
        var byItem = new HashMap<String, Long>();
        for (int i = 0; i < page.size(); i++) {
            byItem.put(page.get(i).sourceId(), profiles.get(i));
        }
        var named = page.stream()
                .filter(item -> Optional.ofNullable(before.get(item.sourceId()))
                        .map(known -> known.renamedTo(item) || known.nameLost())
                        .orElse(true))
                .toList();
        takeNames(named);
        models(named, byItem);
        var ids = ids(page, before);
        tags(page, before, byItem);
        nameHistory(named, before, ids);
        heads(page, before, ids);
        popularity(page, before, ids, byItem);
        return ids;
    }

    /** Another repository can have held a name: it loses the name, never its id or history. */
    private void takeNames(List<ListItem> named) {
        if (named.isEmpty()) {
            return;
        }
        var losers = sql.list(
                "UPDATE model m SET name_lost_at = ? FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]))"
                        + " AS taken(source_id, owner, name) WHERE m.source = ? AND m.owner_lower = lower(taken.owner)"
                        + " AND m.name_lower = lower(taken.name) AND m.name_lost_at IS NULL"
                        + " AND m.source_id <> taken.source_id RETURNING m.id",
                row -> row.getLong("id"),
                now,
                named.stream().map(ListItem::sourceId).toArray(String[]::new),
                named.stream().map(ListItem::owner).toArray(String[]::new),
                named.stream().map(item -> item.name().name()).toArray(String[]::new),
                source);
        if (!losers.isEmpty()) {
            sql.update(
                    "UPDATE model_name SET seen_to = ? WHERE model_id = ANY(?) AND seen_to IS NULL",
                    now,
                    losers.toArray(Long[]::new));
        }
    }

    private void models(List<ListItem> named, Map<String, Long> profiles) {
        sql.batch(
                "INSERT INTO model (source, source_id, owner, name, tier, created_at, first_seen_at, released_at, bases,"
                        + " current_profile_id) VALUES (?, ?, ?, ?, 'listed', ?, ?, ?, ?, ?) ON CONFLICT (source, source_id) DO UPDATE"
                        + " SET owner = excluded.owner, name = excluded.name, name_lost_at = NULL",
                named.stream()
                        .map(item -> new @Nullable Object[] {
                            source,
                            item.sourceId(),
                            item.owner(),
                            item.name().name(),
                            item.createdAt().orElse(null),
                            now,
                            item.createdAt().orElse(null),
                            BaseNames.column(item.baseNames()),
                            profiles.get(item.sourceId())
                        })
                        .toList());
    }

    /** What the tags of known models that nobody read say now. */
    private void tags(List<ListItem> page, Map<String, KnownListing> before, Map<String, Long> profiles) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var item : page) {
            var profile = id(profiles, item);
            Optional.ofNullable(before.get(item.sourceId()))
                    .filter(known -> !known.examined())
                    .filter(known ->
                            known.labelsDiffer(item) || !known.profile().equals(Optional.of(profile)))
                    .ifPresent(known ->
                            rows.add(new @Nullable Object[] {BaseNames.column(item.baseNames()), profile, known.id()}));
        }
        sql.batch("UPDATE model SET bases = ?, current_profile_id = ? WHERE id = ?", rows);
    }

    private Map<String, Long> ids(List<ListItem> page, Map<String, KnownListing> before) {
        var ids = new HashMap<String, Long>();
        before.forEach((sourceId, known) -> ids.put(sourceId, known.id()));
        String[] fresh = page.stream()
                .map(ListItem::sourceId)
                .filter(id -> !before.containsKey(id))
                .toArray(String[]::new);
        if (fresh.length > 0) {
            sql.list(
                            "SELECT id, source_id FROM model WHERE source = ? AND source_id = ANY(?)",
                            row -> Map.entry(row.getString("source_id"), row.getLong("id")),
                            source,
                            fresh)
                    .forEach(row -> ids.put(row.getKey(), row.getValue()));
        }
        return ids;
    }

    private void nameHistory(List<ListItem> named, Map<String, KnownListing> before, Map<String, Long> ids) {
        Long[] renamed = named.stream()
                .filter(item -> before.containsKey(item.sourceId()))
                .map(item -> id(ids, item))
                .toArray(Long[]::new);
        if (renamed.length > 0) {
            sql.update("UPDATE model_name SET seen_to = ? WHERE model_id = ANY(?) AND seen_to IS NULL", now, renamed);
        }
        sql.batch(
                "INSERT INTO model_name (model_id, owner, name, seen_from) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (model_id, seen_from) DO UPDATE SET seen_to = NULL",
                named.stream()
                        .map(item -> new Object[] {
                            id(ids, item), item.owner(), item.name().name(), now
                        })
                        .toList());
    }

    private void heads(List<ListItem> page, Map<String, KnownListing> before, Map<String, Long> ids) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var item : page) {
            var known = Optional.ofNullable(before.get(item.sourceId()));
            boolean same = known.filter(model -> model.last().isPresent())
                    .filter(model -> !model.movedTo(item) && !model.labelsDiffer(item))
                    .isPresent();
            if (!same) {
                boolean due = known.filter(KnownListing::examined)
                        .filter(model -> isDue(model, item))
                        .isPresent();
                rows.add(row(id(ids, item), item, due));
            }
        }
        sql.batch(UPSERT, rows);
    }

    /** What a list or a reading just showed. */
    static void head(Statements sql, long model, ListItem item, boolean due) {
        sql.batch(UPSERT, List.<@Nullable Object[]>of(row(model, item, due)));
    }

    static boolean isDue(KnownListing known, ListItem item) {
        return known.last().map(KnownListing.Last::due).orElse(false) || known.movedTo(item);
    }

    private static final String UPSERT =
            "INSERT INTO listing (model_id, commit_sha, last_modified, gated, disabled, pipeline_tag, library, licenses,"
                    + " bases, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (model_id) DO UPDATE SET"
                    + " commit_sha = excluded.commit_sha, last_modified = excluded.last_modified,"
                    + " gated = excluded.gated, disabled = excluded.disabled, pipeline_tag = excluded.pipeline_tag,"
                    + " library = excluded.library, licenses = excluded.licenses, bases = excluded.bases,"
                    + " due = excluded.due, missing_since = NULL";

    private static @Nullable Object[] row(long model, ListItem item, boolean due) {
        return new @Nullable Object[] {
            model,
            item.head().commit().map(IndexedText::of).orElse(null),
            item.head().lastModified().orElse(null),
            item.gated(),
            item.head().disabled(),
            item.labels().pipelineTag().orElse(null),
            item.labels().library().orElse(null),
            item.labels().licenses().toArray(String[]::new),
            item.labels().bases().toArray(String[]::new),
            due
        };
    }

    private void popularity(
            List<ListItem> page, Map<String, KnownListing> before, Map<String, Long> ids, Map<String, Long> profiles) {
        sql.batch(
                "INSERT INTO popularity (model_id, downloads, likes, profile_id) VALUES (?, ?, ?, ?) ON CONFLICT (model_id) DO UPDATE"
                        + " SET downloads = excluded.downloads, likes = excluded.likes",
                page.stream()
                        .filter(item -> Optional.ofNullable(before.get(item.sourceId()))
                                .flatMap(KnownListing::popularity)
                                .map(known -> known.movedTo(item.counts()))
                                .orElse(true))
                        .map(item -> new @Nullable Object[] {
                            id(ids, item),
                            item.counts().downloads(),
                            item.counts().likes(),
                            Optional.ofNullable(before.get(item.sourceId()))
                                    .map(known -> known.profile().orElse(null))
                                    .orElse(profiles.get(item.sourceId()))
                        })
                        .toList());
    }

    private static Long id(Map<String, Long> ids, ListItem item) {
        return Objects.requireNonNull(ids.get(item.sourceId()));
    }
}
