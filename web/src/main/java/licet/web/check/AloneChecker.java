package licet.web.check;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.HubSettings;
import licet.ingest.hub.HubTiming;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.local.HashProgress;
import licet.ingest.local.LocalModels;
import licet.ingest.local.LocalRequest;
import licet.ingest.local.LocalResult;
import licet.ingest.recorded.RecordedHub;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.SnapshotAssembler;
import licet.ingest.snapshot.SnapshotResult;
import licet.registry.decision.AloneVerdicts;
import licet.registry.decision.ModelReference;
import licet.registry.platform.problem.ProblemException;
import licet.rules.Knowledge;
import licet.rules.evidence.ModelId;

/** Checks without a server, by the knowledge that the program carries: public licenses, and no papers of anybody. */
public final class AloneChecker implements Checker {
    private final AloneVerdicts.Use use;
    private final AloneVerdicts verdicts;
    private final Optional<RecordedHub> recorded;
    private final HubClient hub;
    private final SnapshotAssembler assembler;
    private final Map<RepoId, SnapshotResult> newest = new ConcurrentHashMap<>();

    private AloneChecker(AloneVerdicts.Use use, Optional<RecordedHub> recorded, HubSettings settings) {
        var clock = Clock.systemUTC();
        this.use = use;
        this.recorded = recorded;
        this.verdicts = new AloneVerdicts(Knowledge.load(recorded.isPresent()), use, clock);
        this.hub = new HubClient(settings, HubTiming.real(clock));
        this.assembler = new SnapshotAssembler(hub);
    }

    /** Reads the models that ship with the program, and asks nobody. */
    public static AloneChecker recorded(AloneVerdicts.Use use) {
        var hub = RecordedHub.start();
        return new AloneChecker(use, Optional.of(hub), HubSettings.of(hub.endpoint()));
    }

    /** Reads the real Hub. */
    public static AloneChecker live(AloneVerdicts.Use use, Map<String, String> environment, Path home) {
        return new AloneChecker(use, Optional.empty(), HubSettings.fromEnvironment(environment, home));
    }

    @Override
    public String deployment() {
        return use.deployment().key().value();
    }

    @Override
    public Checked check(Reference reference) {
        return switch (reference.subject()) {
            case Reference.Subject.Named(var written) -> named(reference, written);
            case Reference.Subject.Hashed _ -> Checked.failed(reference, CheckTexts.get("file-alone"));
            case Reference.Subject.Folder(var path) -> folder(reference, path);
        };
    }

    private Checked named(Reference reference, String written) {
        try {
            var model = ModelReference.parse(written);
            return read(reference, model.model(), model.revision().orElse(Revision.MAIN));
        } catch (ProblemException malformed) {
            return Checked.failed(reference, CheckTexts.get("model-form"));
        }
    }

    private Checked read(Reference reference, RepoId model, Revision revision) {
        return switch (fetch(model, revision)) {
            case SnapshotResult.Taken(var snapshot) -> judged(reference, snapshot);
            case SnapshotResult.Gone(var id, var detail) -> unread(reference, id, detail);
            case SnapshotResult.RevisionGone(var id, var detail) -> unread(reference, id, detail);
            case SnapshotResult.Disabled(var id, var detail) -> unread(reference, id, detail);
            case SnapshotResult.GatedEntirely(var id, var detail) -> unread(reference, id, detail);
            case SnapshotResult.Failed(var id, var detail, var _) ->
                Checked.failed(reference, CheckTexts.get("unread", id.value(), detail));
        };
    }

    private SnapshotResult fetch(RepoId model, Revision revision) {
        return revision.equals(Revision.MAIN)
                ? newest.computeIfAbsent(model, id -> assembler.fetch(id, Revision.MAIN))
                : assembler.fetch(model, revision);
    }

    private Checked folder(Reference reference, Path path) {
        return switch (new LocalModels(HashProgress.NONE).take(LocalRequest.of(path))) {
            case LocalResult.Taken(var snapshot, var _, var _) -> judged(reference, snapshot);
            case LocalResult.Refused(var _, var detail) ->
                Checked.failed(reference, CheckTexts.get("local-refused", path, detail));
            case LocalResult.Cancelled _ -> Checked.failed(reference, CheckTexts.get("local-refused", path, ""));
        };
    }

    private Checked judged(Reference reference, ModelSnapshot snapshot) {
        return Checked.of(reference, verdicts.of(snapshot, this::base), Optional.empty());
    }

    private Optional<ModelSnapshot> base(ModelId model) {
        return RepoId.find(model.value()).flatMap(id -> switch (fetch(id, Revision.MAIN)) {
            case SnapshotResult.Taken(var snapshot) -> Optional.of(snapshot);
            case SnapshotResult.Gone _,
                    SnapshotResult.RevisionGone _,
                    SnapshotResult.Disabled _,
                    SnapshotResult.GatedEntirely _,
                    SnapshotResult.Failed _ -> Optional.empty();
        });
    }

    private static Checked unread(Reference reference, RepoId model, String detail) {
        return Checked.unknown(reference, CheckTexts.get("unread", model.value(), detail));
    }

    @Override
    public void close() {
        hub.close();
        recorded.ifPresent(RecordedHub::close);
    }
}
