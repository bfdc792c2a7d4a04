package licet.rules.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Identification;
import licet.rules.evidence.ModelId;

/**
 * Joins the versions of one model of which it is not known which one binds. An ancestor, gap or hint that only some
 * versions have is kept: nothing is permitted because one version is silent on it.
 */
final class Candidates {
    private Candidates() {}

    /** @param versions from old to new; the newest leads where one has to name the model */
    static Optional<Lineage> joined(List<Lineage> versions) {
        return versions.size() < 2
                ? versions.stream().findFirst()
                : Optional.of(
                        new Lineage(nodes(versions), all(versions, Lineage::gaps), all(versions, Lineage::undeclared)));
    }

    private record Place(List<Relation> path, List<ModelId> via) {}

    private static List<Lineage.Node> nodes(List<Lineage> versions) {
        var places = new LinkedHashMap<Place, List<Lineage.Node>>();
        versions.reversed().stream()
                .flatMap(version -> version.nodes().stream())
                .forEach(node -> places.computeIfAbsent(new Place(node.path(), node.via()), _ -> new ArrayList<>())
                        .add(node));
        return places.values().stream().map(Candidates::one).toList();
    }

    /** @param same one place in the lineage, from the newest version to the oldest */
    private static Lineage.Node one(List<Lineage.Node> same) {
        var newest = same.getFirst();
        boolean oneModality =
                same.stream().map(Lineage.Node::modality).distinct().count() == 1;
        return new Lineage.Node(
                newest.path(),
                newest.via(),
                newest.revision(),
                newest.developer(),
                oneModality ? newest.modality() : Modality.UNKNOWN,
                identifications(same),
                same.stream().allMatch(Lineage.Node::superseded));
    }

    private static Map<Artifact, Identification> identifications(List<Lineage.Node> same) {
        var found = new TreeMap<Artifact, List<Identification>>();
        same.forEach(node -> node.identifications()
                .forEach((artifact, identification) ->
                        found.computeIfAbsent(artifact, _ -> new ArrayList<>()).add(identification)));
        var joined = new TreeMap<Artifact, Identification>();
        found.forEach((artifact, all) -> joined.put(artifact, OneOfSeveral.join(all)));
        return joined;
    }

    private static <T> List<T> all(List<Lineage> versions, Function<Lineage, List<T>> part) {
        return versions.stream().map(part).flatMap(List::stream).distinct().toList();
    }
}
