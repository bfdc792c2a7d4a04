package licet.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import licet.web.layout.FormProblem;
import licet.web.sync.SyncView;
import licet.web.sync.WatchForm;

/** The page of watches and runs, with one of everything. */
final class SyncSamples {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private SyncSamples() {}

    static SyncView administrator() {
        return view(Optional.of("token"), List.of(new FormProblem("owner", "Write the namespace alone.")));
    }

    static SyncView onlooker() {
        return view(Optional.empty(), List.of());
    }

    private static SyncView view(Optional<String> token, List<FormProblem> problems) {
        return new SyncView(
                List.of(
                        run(3, "running", "examining", OptionalInt.of(40), Optional.of("about 3 min to go")),
                        run(2, "paused", "listing", OptionalInt.empty(), Optional.empty()),
                        run(1, "failed", "listing", OptionalInt.empty(), Optional.empty())),
                List.of(new SyncView.Budget("api", "12 / 500", AT)),
                List.of(new SyncView.WatchRow("w", "All of acme", "examined", 24, AT)),
                token,
                List.of("developer", "hub"),
                new WatchForm("developer", "a/b", "", "", "", "", "24"),
                problems);
    }

    private static SyncView.Run run(long id, String state, String phase, OptionalInt percent, Optional<String> toGo) {
        return new SyncView.Run(
                id,
                "All of acme " + id,
                state,
                phase,
                AT,
                Optional.empty(),
                new SyncView.Counts(1_234, 5, 6, 7, 10, 4, 1, 99, 1_000_000),
                percent,
                toGo,
                List.of(new SyncView.Trouble("rate-limited", 2, "<b>wait</b>")));
    }
}
