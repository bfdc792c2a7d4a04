package licet.web.model;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.decision.Obligations;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.Ids;
import licet.rules.obligation.Group;
import licet.rules.obligation.Pack;
import licet.rules.obligation.PackFiles;

/** The obligations of one model in one deployment, to show and to take along. */
@Singleton
final class DutyPages {
    private final Obligations obligations;
    private final PackFiles files = new PackFiles(Locale.ENGLISH);

    DutyPages(Obligations obligations) {
        this.obligations = obligations;
    }

    Duties of(RepoId model, boolean local, DeploymentKey deployment) {
        var pack = pack(model, local, deployment);
        var groups = Arrays.stream(Group.values())
                .map(group -> new Duties.Group(Ids.of(group), items(pack, Ids.of(group))))
                .filter(group -> !group.items().isEmpty())
                .toList();
        var address = "/models/" + model.value() + "/obligations/";
        var names = files.of(pack).keySet().stream()
                .map(name -> new Duties.File(
                        name, address + name + "?deployment=" + deployment.value() + (local ? "&source=local" : "")))
                .toList();
        return new Duties(pack, groups, names);
    }

    private Pack pack(RepoId model, boolean local, DeploymentKey deployment) {
        return obligations.pack(deployment, List.of(new Obligations.Asked(model, Revision.MAIN, local)));
    }

    private static List<Pack.Item> items(Pack pack, String group) {
        return pack.checklist().stream()
                .filter(item -> item.group().equals(group))
                .toList();
    }

    /** One file of the pack, absent where nothing stands in it. */
    Optional<String> file(RepoId model, boolean local, DeploymentKey deployment, String name) {
        SortedMap<String, String> all = files.of(pack(model, local, deployment));
        return Optional.ofNullable(all.get(name));
    }
}
