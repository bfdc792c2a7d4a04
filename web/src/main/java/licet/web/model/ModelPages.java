package licet.web.model;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.catalog.Recorded;
import licet.registry.clearing.ClearingCases;
import licet.registry.decision.ModelDetail;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import licet.web.layout.Names;

/** Puts the page of one model together from what is on record about it. */
@Singleton
final class ModelPages {
    private static final int WHOLE = 100;
    private static final List<String> WEIGHTS = List.of("safetensors", "gguf", "pytorch", "weights");
    private static final List<String> OTHER_KINDS =
            List.of("license", "notice", "use-policy", "card", "config", "tokenizer", "code");

    private static final List<String> READABLE = List.of("license", "notice", "use-policy", "card");

    private final Knowledge knowledge;
    private final Names names;
    private final OpinionPages opinions;
    private final DutyPages duties;
    private final PlainWords plain;
    private final Readings readings;
    private final ClearingCases clearings;

    ModelPages(
            Knowledge knowledge,
            Names names,
            OpinionPages opinions,
            DutyPages duties,
            PlainWords plain,
            Readings readings,
            ClearingCases clearings) {
        this.knowledge = knowledge;
        this.names = names;
        this.opinions = opinions;
        this.duties = duties;
        this.plain = plain;
        this.readings = readings;
        this.clearings = clearings;
    }

    ModelView of(ModelDetail detail, Optional<String> deployment, boolean mayRead) {
        var verdict = chosen(detail, deployment);
        return new ModelView(
                head(detail),
                about(detail, mayRead),
                plain.of(detail),
                detail.verdicts().stream()
                        .map(each -> tab(detail, each, each == verdict))
                        .toList(),
                opinions.of(verdict).from(isLocal(detail) ? "local" : ""),
                duties.of(
                        RepoId.parse(detail.model()),
                        isLocal(detail),
                        new DeploymentKey(verdict.deployment().key())),
                detail.artifacts().entrySet().stream()
                        .map(entry -> concluded(entry.getKey(), entry.getValue()))
                        .toList(),
                clearings.listActing(detail.source(), detail.model()),
                new EvidenceTable(knowledge.licenses(), detail.artifacts()).columns(detail.evidence()),
                LineageTable.of(detail, names),
                detail.snapshots().stream().map(row -> snapshot(detail, row)).toList(),
                detail.files().stream().map(row -> file(detail, row)).toList());
    }

    private About about(ModelDetail detail, boolean mayRead) {
        var formerly = detail.recorded().names().stream()
                .filter(name -> name.to().isPresent())
                .map(Recorded.FormerName::name)
                .filter(name -> !name.equals(detail.model()))
                .distinct()
                .toList();
        return new About(
                detail.recorded(),
                detail.traits().scan(),
                !isLocal(detail) && readings.isWaiting(RepoId.parse(detail.model())),
                mayRead,
                formerly);
    }

    private static VerdictDocument chosen(ModelDetail detail, Optional<String> deployment) {
        if (deployment.isEmpty()) {
            return detail.verdicts().getFirst();
        }
        return detail.verdicts().stream()
                .filter(verdict -> verdict.deployment().key().equals(deployment.get()))
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.NotFound("deployment", deployment.get()).asException());
    }

    private ModelView.Head head(ModelDetail detail) {
        var slash = detail.model().indexOf('/');
        var traits = detail.traits();
        return new ModelView.Head(
                detail.model().substring(0, Math.max(slash, 0)),
                detail.model().substring(slash + 1),
                names.developer(detail.developer()),
                names.country(detail.country()),
                isLocal(detail),
                detail.revision(),
                traits.modality(),
                traits.size(),
                String.join(", ", traits.formats()),
                traits.gated(),
                detail.stated(),
                detail.release());
    }

    private static ModelView.Tab tab(ModelDetail detail, VerdictDocument verdict, boolean current) {
        var deployment = verdict.deployment();
        return new ModelView.Tab(
                deployment.name(),
                "/models/" + detail.model() + "?deployment=" + deployment.key()
                        + (isLocal(detail) ? "&source=local" : ""),
                current,
                verdict.verdict());
    }

    private static boolean isLocal(ModelDetail detail) {
        return detail.source().equals(LocalCatalog.SOURCE);
    }

    private Concluded concluded(String artifact, ModelDetail.Artifact found) {
        return new Concluded(
                artifact,
                found.state(),
                found.candidates().stream().map(names::license).toList(),
                found.basis(),
                found.nearMiss()
                        .map(near -> new Concluded.NearMissShown(
                                names.license(near.license()),
                                // Never rounded up: a near miss must not look like the whole text.
                                (int) Math.floor(near.similarity() * WHOLE),
                                near.added(),
                                near.missing())));
    }

    private static ModelView.SnapshotRow snapshot(ModelDetail detail, Catalog.SnapshotRow row) {
        var current = row.id() == detail.snapshots().getFirst().id();
        return new ModelView.SnapshotRow(row.revision(), row.takenAt(), row.evidenceDigest(), current);
    }

    private static ModelView.FileRow file(ModelDetail detail, Catalog.FileRow row) {
        var kind = row.kind().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        var known = WEIGHTS.contains(kind) ? "weights" : OTHER_KINDS.contains(kind) ? kind : "other";
        var href = READABLE.contains(known)
                ? FileAddress.of(
                        detail.model(),
                        detail.revision(),
                        row.path(),
                        row.state().equals("read"))
                : Optional.<String>empty();
        return new ModelView.FileRow(row.path(), known, row.size(), row.sha256(), href);
    }
}
