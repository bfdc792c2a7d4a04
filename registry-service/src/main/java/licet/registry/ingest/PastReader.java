package licet.registry.ingest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import licet.ingest.hub.CommitLog;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.HubProblem;
import licet.ingest.hub.HubResult;
import licet.ingest.hub.Revision;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.SnapshotAssembler;
import licet.ingest.snapshot.SnapshotResult;
import licet.registry.catalog.Pasts;

/** Asks the Hub what bases said when models were made from them. Requests happen outside any transaction. */
@Singleton
public class PastReader {
    /** One page of the log; what is older is not followed. */
    private static final int MOST_COMMITS = 1000;

    private static final Duration SHORT = Duration.ofSeconds(5);

    private final HubClient hub;
    private final SnapshotAssembler assembler;
    private final Pasts pasts;

    PastReader(HubClient hub, SnapshotAssembler assembler, Pasts pasts) {
        this.hub = hub;
        this.assembler = assembler;
        this.pasts = pasts;
    }

    /** What came of one step. */
    public sealed interface Went {
        record On() implements Went {}

        /** No base needs an answer. */
        record Done() implements Went {}

        /** Asking again after so long may help. */
        record Later(Duration pause) implements Went {}
    }

    /** Asks for one thing and keeps the answer. */
    public Went step() {
        return pasts.next().map(this::ask).orElseGet(Went.Done::new);
    }

    private Went ask(Pasts.Wish wish) {
        return switch (wish) {
            case Pasts.Wish.Log log ->
                switch (hub.commits(log.model(), new Revision(log.head()), MOST_COMMITS)) {
                    case HubResult.Found<CommitLog>(CommitLog found) -> {
                        pasts.keep(log, found);
                        yield new Went.On();
                    }
                    case HubResult.Refused<CommitLog>(HubProblem problem) -> refused(log, problem);
                };
            case Pasts.Wish.Revision revision ->
                switch (assembler.fetch(revision.model(), new Revision(revision.revision()))) {
                    case SnapshotResult.Taken(var snapshot) -> take(revision, snapshot);
                    case SnapshotResult.Failed(var model, var detail, var after) -> later(revision, after);
                    case SnapshotResult.Gone(var model, var detail) -> refuse(revision, detail);
                    case SnapshotResult.RevisionGone(var model, var detail) -> refuse(revision, detail);
                    case SnapshotResult.Disabled(var model, var detail) -> refuse(revision, detail);
                    case SnapshotResult.GatedEntirely(var model, var detail) -> refuse(revision, detail);
                };
        };
    }

    /** Half a reading of the past would never be read again, so it is not kept. */
    private Went take(Pasts.Wish.Revision wish, ModelSnapshot snapshot) {
        if (!snapshot.listPassingGaps().isEmpty()) {
            return later(wish, Optional.empty());
        }
        pasts.keep(wish, snapshot);
        return new Went.On();
    }

    private Went refused(Pasts.Wish wish, HubProblem problem) {
        return switch (problem) {
            case HubProblem.RateLimited(var detail, var after) -> later(wish, Optional.of(after));
            case HubProblem.Failed _ -> later(wish, Optional.empty());
            case HubProblem.Gated _,
                    HubProblem.Disabled _,
                    HubProblem.MissingRepository _,
                    HubProblem.MissingRevision _,
                    HubProblem.MissingEntry _,
                    HubProblem.MissingPage _,
                    HubProblem.InvalidToken _,
                    HubProblem.Unauthorized _,
                    HubProblem.TooLarge _ -> refuse(wish, problem.detail().toString());
        };
    }

    private Went refuse(Pasts.Wish wish, String why) {
        pasts.refuse(wish, why);
        return new Went.On();
    }

    private Went later(Pasts.Wish wish, Optional<Duration> after) {
        pasts.postpone(wish);
        return new Went.Later(after.orElse(SHORT));
    }
}
