package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Concluder;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.History;
import licet.rules.lineage.Lineage;
import licet.rules.lineage.ModelEvidence;

/** What stood over time for the bases of a model, as far as it is on record. */
@Singleton
final class Histories {
    /** A past revision of a base has a past of its own bases; so far back it is followed. */
    private static final int DEEPEST = 3;

    private final Concluder concluder;
    private final Blobs blobs;
    private final Origins origins;
    private final List<Settlements> settlements;

    Histories(Concluder concluder, Blobs blobs, Origins origins, List<Settlements> settlements) {
        this.concluder = concluder;
        this.blobs = blobs;
        this.origins = origins;
        this.settlements = List.copyOf(settlements);
    }

    /** For the work of one transaction, in which what a base said in the past is concluded once. */
    Reading open(Statements sql, String source) {
        return new Reading(sql, source);
    }

    /** What stands for a model of which nothing was read. */
    Conclusion unread(ModelId model) {
        return concluder.unread(model);
    }

    final class Reading {
        private final Statements sql;
        private final String source;
        private final Map<Long, ModelEvidence> evidence = new HashMap<>();
        private final Map<Long, Lineage> past = new HashMap<>();

        private Reading(Statements sql, String source) {
            this.sql = sql;
            this.source = source;
        }

        Conclusion conclude(ModelEvidence evidence) {
            var settled = settled(evidence);
            return concluder.concludeOverTime(settled, parents(settled, 0));
        }

        private ModelEvidence settled(ModelEvidence evidence) {
            var settled = evidence;
            for (var each : settlements) {
                settled = each.applied(sql, settled);
            }
            return settled;
        }

        /** The revisions on record of one model; empty when it was never read. */
        Optional<BaseHistory> base(ModelId model) {
            return Optional.ofNullable(points(List.of(model)).get(BasePoint.key(model)))
                    .map(all -> new BaseHistory(all, this::sameTerms, point -> then(point, 0)));
        }

        /** What was concluded of the past with this model among the ancestors holds no longer. */
        void forget(ModelId changed) {
            String key = BasePoint.key(changed);
            past.values()
                    .removeIf(lineage -> lineage.nodes().stream()
                            .anyMatch(node -> BasePoint.key(node.model()).equals(key)));
        }

        private Function<ModelId, Optional<History>> parents(ModelEvidence child, int depth) {
            var names =
                    child.parents().stream().map(ModelEvidence.Parent::model).toList();
            var points = points(names);
            return parent -> Optional.ofNullable(points.get(BasePoint.key(parent)))
                    .map(all -> history(child, parent, all, depth));
        }

        /** Of several sources that know a base, the first one counts. */
        private Map<String, List<BasePoint>> points(List<ModelId> models) {
            Map<String, List<BasePoint>> points = new HashMap<>();
            for (var from : origins.ofBases(source)) {
                BasePoints.find(sql, from, models).forEach(points::putIfAbsent);
            }
            return points;
        }

        private History history(ModelEvidence child, ModelId parent, List<BasePoint> all, int depth) {
            var newest = all.stream().filter(BasePoint::isNewest).findFirst().orElseThrow();
            if (all.size() == 1 && newest.first() || depth >= DEEPEST) {
                return History.of(now(newest));
            }
            Set<String> named = child.parents().stream()
                    .filter(edge -> BasePoint.key(edge.model()).equals(BasePoint.key(parent)))
                    .flatMap(edge -> edge.revision().stream())
                    .collect(Collectors.toSet());
            return new BaseHistory(
                            all,
                            this::sameTerms,
                            point -> !named.contains(point.revision()) && sameTerms(point, newest)
                                    ? now(newest)
                                    : then(point, depth))
                    .around(child.made(), named);
        }

        private static Lineage now(BasePoint newest) {
            return CanonicalJson.read(newest.body().orElseThrow(), Conclusion.class)
                    .lineage();
        }

        private Lineage then(BasePoint point, int depth) {
            var known = past.get(point.snapshotId());
            if (known != null) {
                return known;
            }
            var said = settled(evidence(point));
            var lineage =
                    concluder.concludeOverTime(said, parents(said, depth + 1)).lineage();
            past.put(point.snapshotId(), lineage);
            return lineage;
        }

        private boolean sameTerms(BasePoint one, BasePoint other) {
            return one.equals(other) || Terms.of(evidence(one)).equals(Terms.of(evidence(other)));
        }

        private ModelEvidence evidence(BasePoint point) {
            return evidence.computeIfAbsent(
                    point.snapshotId(),
                    _ -> CanonicalJson.read(blobs.getText(sql, point.evidence()), ModelEvidence.class));
        }
    }
}
