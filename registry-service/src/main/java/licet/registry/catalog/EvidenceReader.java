package licet.registry.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import licet.ingest.card.LineageHint;
import licet.ingest.hub.Gating;
import licet.ingest.hub.SecurityScan;
import licet.ingest.snapshot.DeclaredBase;
import licet.ingest.snapshot.DeclaredLicense;
import licet.ingest.snapshot.EvidenceFile;
import licet.ingest.snapshot.HeaderFields;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.WeightFile;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Modality;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Relation;
import licet.rules.lineage.Traits;

/** Turns what ingest saw into what the rules judge. Mapping only: nothing is concluded here. */
public final class EvidenceReader {
    private static final String API = "api";

    /** The Hub gives this moment to every repository that was made before it kept their dates. */
    private static final Instant FLOOR = Instant.parse("2022-03-02T23:29:04Z");

    private final ModelSnapshot snapshot;
    private final ModelId model;
    private final String revision;
    private final Optional<EvidenceFile> card;

    private EvidenceReader(ModelSnapshot snapshot) {
        this.snapshot = snapshot;
        this.model = new ModelId(snapshot.model().value());
        this.revision = revisionOf(snapshot);
        this.card = snapshot.listEvidence(EvidenceFile.Kind.CARD).stream()
                .filter(EvidenceFile::isRead)
                .findFirst();
    }

    public static ModelEvidence read(ModelSnapshot snapshot) {
        var reader = new EvidenceReader(snapshot);
        return new ModelEvidence(
                reader.model,
                reader.revision,
                traits(snapshot),
                reader.license(),
                reader.parents(),
                reader.hints(),
                made(snapshot.identity().createdAt()));
    }

    /** The day on which the repository was made; weights that were pushed later are taken to be of that day. */
    static Optional<LocalDate> made(Optional<Instant> createdAt) {
        return createdAt
                .filter(created -> created.isAfter(FLOOR))
                .map(created -> LocalDate.ofInstant(created, ZoneOffset.UTC));
    }

    /**
     * A Hub that names no commit still has a state; it is told apart by its evidence. A folder that claims to be a commit
     * is never called by that commit alone: nobody but the Hub can say what is in it.
     */
    static String revisionOf(ModelSnapshot snapshot) {
        String state = snapshot.identity().commit().orElseGet(() -> "evidence-" + snapshot.evidenceDigest());
        return LocalCatalog.isLocal(snapshot) ? LocalCatalog.revision(state) : state;
    }

    private List<Evidence> license() {
        var all = new ArrayList<Evidence>();
        var licenses = snapshot.licenses();
        declared(licenses.card(), card.map(this::fileRef).orElse(ref(API)), all);
        declared(licenses.cardData(), ref(API), all);
        licenses.tags().forEach(tag -> all.add(new Evidence.CardTag(ref(API), tag)));
        snapshot.listEvidence(EvidenceFile.Kind.WEIGHTS_HEADER).forEach(file -> header(file, all));
        snapshot.evidence().stream()
                .flatMap(file -> role(file.kind()).map(role -> file(file, role)).flatMap(read -> read).stream())
                .forEach(all::add);
        return unique(all);
    }

    /** A header that was not read takes nothing away: it only ever repeats or contradicts what the repository says. */
    private void header(EvidenceFile file, List<Evidence> into) {
        file.text().map(HeaderFields::read).orElse(List.of()).stream()
                .filter(HeaderFields.Field::isLicense)
                .forEach(field -> into.add(new Evidence.HeaderField(fileRef(file), field.name(), field.value())));
    }

    private static void declared(DeclaredLicense license, EvidenceRef at, List<Evidence> into) {
        license.ids().forEach(id -> into.add(new Evidence.CardTag(at, id)));
        license.name().ifPresent(name -> into.add(new Evidence.LicenseName(at, name)));
        license.link().ifPresent(link -> into.add(new Evidence.LicenseLink(at, link)));
    }

    /** The card, the Hub's reading of it and its tags repeat each other; one place for each statement is enough. */
    private static List<Evidence> unique(List<Evidence> all) {
        Map<String, Evidence> first = new LinkedHashMap<>();
        for (var evidence : all) {
            String key = switch (evidence) {
                case Evidence.CardTag(var at, var value) -> "tag|" + value;
                case Evidence.LicenseName(var at, var value) -> "name|" + value;
                case Evidence.LicenseLink(var at, var value) -> "link|" + value;
                case Evidence.FileText(var at, var role, var text) -> "file|" + at.file();
                case Evidence.FileUnread(var at, var role, var reason) -> "file|" + at.file();
                case Evidence.HeaderField(var at, var field, var value) -> "header|" + at.file() + field;
                case Evidence.Settled(var at, var by, var artifacts, var license) ->
                    "settled|" + by + artifacts + license;
            };
            first.putIfAbsent(key, evidence);
        }
        return List.copyOf(first.values());
    }

    private static Optional<Evidence.FileRole> role(EvidenceFile.Kind kind) {
        return switch (kind) {
            case LICENSE -> Optional.of(Evidence.FileRole.LICENSE);
            case NOTICE -> Optional.of(Evidence.FileRole.NOTICE);
            case USE_POLICY -> Optional.of(Evidence.FileRole.USE_POLICY);
            case CARD, CONFIG, WEIGHTS_HEADER -> Optional.empty();
        };
    }

    private Optional<Evidence> file(EvidenceFile file, Evidence.FileRole role) {
        return switch (file.state()) {
            case EvidenceFile.State.Read(var sha256, var text) ->
                Optional.of(new Evidence.FileText(fileRef(file), role, text));
            case EvidenceFile.State.Unread(var reason, var detail) ->
                Optional.of(new Evidence.FileUnread(fileRef(file), role, reason.name()));
            case EvidenceFile.State.Absent() -> Optional.empty();
        };
    }

    private List<ModelEvidence.Parent> parents() {
        var at = card.map(this::fileRef).orElse(ref(API));
        return snapshot.bases().stream()
                .map(base -> new ModelEvidence.Parent(parentId(base), relation(base.relation()), at, base.revision()))
                .toList();
    }

    /** A base that is no Hub repository keeps its written form: nothing will be found under it, and that shows. */
    static ModelId parentId(DeclaredBase base) {
        return new ModelId(base.model().map(id -> id.value()).orElse(base.written()));
    }

    static Relation relation(DeclaredBase.Relation relation) {
        return switch (relation) {
            case ADAPTER -> Relation.ADAPTER;
            case MERGE -> Relation.MERGE;
            case QUANTIZED -> Relation.QUANTIZED;
            case FINETUNE -> Relation.FINETUNE;
            case UNSTATED -> Relation.UNSPECIFIED;
        };
    }

    private List<ModelEvidence.Hint> hints() {
        return snapshot.hints().stream().flatMap(this::hints).toList();
    }

    private java.util.stream.Stream<ModelEvidence.Hint> hints(LineageHint hint) {
        var at = new EvidenceRef(
                model,
                revision,
                hint.path(),
                snapshot.evidence().stream()
                        .filter(file -> file.path().equals(hint.path()))
                        .findFirst()
                        .flatMap(EvidenceFile::sha256),
                hint.line() > 0 ? Optional.of(hint.line()) : Optional.empty(),
                Optional.of(hint.text()));
        return hint.models().isEmpty()
                ? java.util.stream.Stream.of(new ModelEvidence.Hint(kind(hint.kind()), Optional.empty(), at))
                : hint.models().stream()
                        .map(named ->
                                new ModelEvidence.Hint(kind(hint.kind()), Optional.of(new ModelId(named.value())), at));
    }

    private static ModelEvidence.Hint.Kind kind(LineageHint.Kind kind) {
        return switch (kind) {
            case ORIGIN_STATEMENT -> ModelEvidence.Hint.Kind.ORIGIN_STATEMENT;
            case LINKED_MODEL -> ModelEvidence.Hint.Kind.LINKED_MODEL;
            case NAMED_BASE -> ModelEvidence.Hint.Kind.NAMED_BASE;
            case ARCHITECTURE_TAG -> ModelEvidence.Hint.Kind.ARCHITECTURE_TAG;
        };
    }

    private static Traits traits(ModelSnapshot snapshot) {
        var formats = new TreeSet<Traits.WeightFormat>();
        snapshot.weights().stream()
                .map(WeightFile::format)
                .map(EvidenceReader::format)
                .forEach(formats::add);
        return new Traits(
                modality(snapshot.modality()),
                gating(snapshot.state().gating()),
                scan(snapshot.state().security()),
                formats,
                snapshot.parameters().map(Traits.SizeBucket::of).orElse(Traits.SizeBucket.UNKNOWN));
    }

    static Modality modality(licet.ingest.snapshot.Modality modality) {
        return switch (modality) {
            case TEXT -> Modality.TEXT;
            case IMAGE_TEXT -> Modality.IMAGE_TEXT;
            case AUDIO_TEXT -> Modality.AUDIO_TEXT;
            case VIDEO_TEXT, MULTIMODAL -> Modality.OTHER_MULTIMODAL;
            case IMAGE, VIDEO -> Modality.IMAGE;
            case AUDIO -> Modality.AUDIO;
            case OTHER, UNKNOWN -> Modality.UNKNOWN;
        };
    }

    /** What the Hub does not say is taken as the stricter case. */
    static Traits.Gating gating(Gating gating) {
        return switch (gating) {
            case NONE -> Traits.Gating.NONE;
            case AUTO -> Traits.Gating.AUTO;
            case MANUAL, UNKNOWN -> Traits.Gating.MANUAL;
        };
    }

    private static Traits.Scan scan(Optional<SecurityScan> scan) {
        return scan.map(found -> {
                    if (!found.issues().isEmpty()) {
                        return Traits.Scan.FLAGGED;
                    }
                    return found.done() ? Traits.Scan.CLEAN : Traits.Scan.UNKNOWN;
                })
                .orElse(Traits.Scan.UNKNOWN);
    }

    private static Traits.WeightFormat format(WeightFile.Format format) {
        return switch (format) {
            case SAFETENSORS -> Traits.WeightFormat.SAFETENSORS;
            case GGUF -> Traits.WeightFormat.GGUF;
            case PYTORCH -> Traits.WeightFormat.PYTORCH;
            case OTHER -> Traits.WeightFormat.OTHER;
        };
    }

    private EvidenceRef ref(String file) {
        return new EvidenceRef(model, revision, file, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private EvidenceRef fileRef(EvidenceFile file) {
        return new EvidenceRef(model, revision, file.path(), file.sha256(), Optional.empty(), Optional.empty());
    }
}
