package licet.ingest.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.ingest.card.CardHints;
import licet.ingest.card.CardReader;
import licet.ingest.card.FrontMatter;
import licet.ingest.card.LineageHint;
import licet.ingest.card.ModelCard;
import licet.ingest.hub.ModelInfo;
import licet.ingest.hub.ModelLink;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoId;

/** Maps what was fetched to a snapshot: a pure function, so that a stored answer can be mapped again. */
final class SnapshotMapper {
    private static final String LICENSE_TAG = "license:";

    private final ModalityTable modalities = ModalityTable.shipped();
    private final ConfigReader configs = new ConfigReader(modalities);
    private final ArchitectureHints architectures = ArchitectureHints.shipped();
    private final FileNameHints fileNames = FileNameHints.shipped();
    private final EvidenceDigest digest = new EvidenceDigest(architectures);

    ModelSnapshot map(FetchedModel fetched) {
        ModelInfo info = fetched.info().value();
        Optional<ModelCard> card = content(fetched, EvidenceFile.Kind.CARD).map(body -> CardReader.read(body.bytes()));
        FrontMatter frontMatter = card.map(ModelCard::frontMatter).orElse(FrontMatter.EMPTY);
        FrontMatter cardData = new FrontMatter(info.cardData());
        List<String> tags = info.labels().tags();
        ConfigFacts config =
                configs.read(content(fetched, EvidenceFile.Kind.CONFIG).map(Payload::text), info.config());
        List<DeclaredBase> bases = BaseModels.list(frontMatter, cardData, tags);
        var licenses = new ModelSnapshot.Licenses(license(frontMatter), license(cardData), licenseTags(tags));
        Optional<String> task = info.labels().pipelineTag().or(frontMatter::pipelineTag);
        var snapshot = new ModelSnapshot(
                identity(fetched, info),
                new ModelSnapshot.Volatile(
                        info.state().gating(),
                        info.state().disabled(),
                        info.security(),
                        info.state().downloads(),
                        info.state().likes()),
                new ModelSnapshot.Labels(task, info.labels().libraryName(), tags),
                new ModelSnapshot.Card(
                        card.isPresent(),
                        frontMatter,
                        card.map(ModelCard::problems).orElse(List.of())),
                licenses,
                EvidenceMapper.map(fetched),
                weights(fetched.files().orElse(List.of())),
                OriginFile.list(fetched.files().orElse(List.of())),
                bases,
                hints(fetched, card, bases, config),
                config,
                modalities.of(task, config),
                info.parameters(),
                rawAnswers(fetched),
                "");
        return snapshot.withDigest(digest.of(snapshot));
    }

    private static ModelSnapshot.Identity identity(FetchedModel fetched, ModelInfo info) {
        return new ModelSnapshot.Identity(
                fetched.source(),
                info.identity().objectId(),
                info.id(),
                fetched.asked().equals(info.id()) ? Set.of() : Set.of(fetched.asked()),
                info.identity().commit(),
                info.identity().createdAt(),
                info.identity().lastModified());
    }

    private static Optional<Payload> content(FetchedModel fetched, EvidenceFile.Kind kind) {
        return fetched.reads().stream()
                .filter(read -> read.kind() == kind)
                .map(FetchedModel.FileRead::outcome)
                .filter(FetchedModel.Outcome.Content.class::isInstance)
                .map(FetchedModel.Outcome.Content.class::cast)
                .map(FetchedModel.Outcome.Content::body)
                .findFirst();
    }

    private static DeclaredLicense license(FrontMatter fields) {
        return new DeclaredLicense(fields.license(), fields.licenseName(), fields.licenseLink());
    }

    private static List<String> licenseTags(List<String> tags) {
        return tags.stream()
                .filter(tag -> tag.startsWith(LICENSE_TAG))
                .map(tag -> tag.substring(LICENSE_TAG.length()))
                .distinct()
                .toList();
    }

    private static List<WeightFile> weights(List<RepoFile> files) {
        List<WeightFile> weights = new ArrayList<>();
        for (RepoFile file : files) {
            WeightFile.Format.find(file.path())
                    .ifPresent(
                            format -> weights.add(new WeightFile(file.path(), format, file.size(), file.lfsSha256())));
        }
        weights.sort(Comparator.comparing(WeightFile::path));
        return weights;
    }

    /** Prose is read in any case, since it can name more than the declared base; the rest only where none is declared. */
    private List<LineageHint> hints(
            FetchedModel fetched, Optional<ModelCard> card, List<DeclaredBase> bases, ConfigFacts config) {
        ModelInfo info = fetched.info().value();
        List<LineageHint> hints = new ArrayList<>();
        card.ifPresent(c -> hints.addAll(CardHints.list(info.id(), c)));
        if (bases.isEmpty()) {
            architectures.find(info.id(), info.labels().tags(), config).ifPresent(hints::add);
            hints.addAll(headerHints(fetched, info.id()));
            hints.addAll(fileNames.list(info.id(), weights(fetched.files().orElse(List.of()))));
        }
        return hints;
    }

    /** Converters write the bases of what they convert, so a header adds nothing to a declared base. */
    private static List<LineageHint> headerHints(FetchedModel fetched, RepoId own) {
        List<LineageHint> hints = new ArrayList<>();
        for (FetchedModel.FileRead read : fetched.reads()) {
            if (read.kind() == EvidenceFile.Kind.WEIGHTS_HEADER
                    && read.outcome() instanceof FetchedModel.Outcome.Content(Payload body)) {
                HeaderFields.read(body.text()).stream()
                        .filter(field -> !field.isLicense())
                        .flatMap(field -> ModelLink.list(field.value()).stream()
                                .filter(model -> !model.equals(own))
                                .map(model -> new LineageHint(
                                        LineageHint.Kind.LINKED_MODEL,
                                        read.file().path(),
                                        0,
                                        field.name() + " " + field.value(),
                                        List.of(model))))
                        .forEach(hints::add);
            }
        }
        return hints;
    }

    private static List<RawAnswer> rawAnswers(FetchedModel fetched) {
        List<RawAnswer> raw = new ArrayList<>();
        raw.add(new RawAnswer("model-info.json", fetched.info().raw()));
        for (FetchedModel.FileRead read : fetched.reads()) {
            if (read.outcome() instanceof FetchedModel.Outcome.Content(Payload body)) {
                raw.add(new RawAnswer(read.file().path(), body));
            }
        }
        return raw;
    }
}
