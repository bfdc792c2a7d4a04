package licet.web.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.sync.SyncRun;
import licet.registry.sync.SyncRuns;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;

/** Which watches a person means. */
record WatchChoice(Watches watches, SyncRuns runs) {
    private static final int LOOKED_AT = 500;

    List<Watch> all() {
        return watches.list();
    }

    /** Those whose next run is due, and those with a run under way. */
    List<Watch> due() {
        var ids = runs.list(Optional.empty(), LOOKED_AT).stream()
                .filter(run -> run.state() == SyncRun.State.RUNNING)
                .map(SyncRun::watch)
                .collect(Collectors.toCollection(HashSet::new));
        watches.listDue().forEach(watch -> ids.add(watch.id()));
        return watches.list().stream().filter(watch -> ids.contains(watch.id())).toList();
    }

    /** By its id, by all that `sync status` calls it, or by the same without the kind. */
    Watch named(String word) {
        var found = watches.list().stream()
                .filter(watch -> names(watch).anyMatch(word.strip()::equalsIgnoreCase))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw found.isEmpty()
                ? new Complaint(ExitCode.USAGE, "sync-unknown", word)
                : new Complaint(
                        ExitCode.USAGE,
                        "sync-several",
                        word,
                        found.stream().map(Watch::label).collect(Collectors.joining(", ")));
    }

    private static Stream<String> names(Watch watch) {
        var target = watch.target();
        return Stream.of(watch.id().toString(), watch.label(), (target.subject() + " " + target.words()).strip());
    }
}
