package licet.ingest.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import licet.ingest.hub.Payload;

/**
 * The hash by which two snapshots are known to hold the same evidence, also in another repository.
 *
 * <p>It is the SHA-256 of a text in UTF-8: the line {@code licet-evidence 1}, then one line for each fact, each a JSON array
 * of strings, all lines sorted by code unit and ended by a line feed. The facts are
 *
 * <ul>
 *   <li>{@code ["license",SOURCE,FIELD,VALUE]} for the license fields of card, card data and tags;
 *   <li>{@code ["file",KIND,PATH,STATE,HASH]}: the content's SHA-256 where it was read, else the blob's name as listed;
 *   <li>{@code ["weights",PATH,SIZE,SHA256]};
 *   <li>{@code ["base",MODEL,RELATION]} and {@code ["architecture",SOURCE,NAME]};
 *   <li>{@code ["modality",NAME]}.
 * </ul>
 *
 * Left out are ids, commits, times, counters, popularity, gating and scans, which change without the evidence changing, and
 * everything that is derived from a file whose hash is in already.
 */
final class EvidenceDigest {
    private static final JsonMapper JSON = new JsonMapper();

    private final ArchitectureHints architectures;

    EvidenceDigest(ArchitectureHints architectures) {
        this.architectures = architectures;
    }

    String of(ModelSnapshot snapshot) {
        return Payload.of(canonical(snapshot)).sha256();
    }

    String canonical(ModelSnapshot snapshot) {
        Set<String> facts = new TreeSet<>();
        addLicenses(facts, snapshot.licenses());
        snapshot.evidence().forEach(file -> facts.add(file(file)));
        snapshot.weights()
                .forEach(w -> facts.add(
                        line("weights", w.path(), size(w.size()), w.sha256().orElse(""))));
        snapshot.bases()
                .forEach(b -> facts.add(line("base", base(b), b.relation().name())));
        addArchitecture(facts, snapshot);
        facts.add(line("modality", snapshot.modality().name()));
        return "licet-evidence 1\n" + String.join("\n", facts) + "\n";
    }

    private static void addLicenses(Set<String> facts, ModelSnapshot.Licenses licenses) {
        add(facts, "card", licenses.card());
        add(facts, "card_data", licenses.cardData());
        licenses.tags().forEach(tag -> facts.add(line("license", "tag", "license", tag)));
    }

    private static void add(Set<String> facts, String source, DeclaredLicense declared) {
        declared.ids().forEach(id -> facts.add(line("license", source, "license", id)));
        declared.name().ifPresent(name -> facts.add(line("license", source, "license_name", name)));
        declared.link().ifPresent(link -> facts.add(line("license", source, "license_link", link)));
    }

    private void addArchitecture(Set<String> facts, ModelSnapshot snapshot) {
        snapshot.config().modelType().ifPresent(type -> facts.add(line("architecture", "config", type)));
        snapshot.labels().tags().stream()
                .filter(architectures::knows)
                .forEach(tag -> facts.add(line("architecture", "tag", tag)));
    }

    private static String file(EvidenceFile file) {
        String blob = file.blobOid().orElse("");
        return switch (file.state()) {
            case EvidenceFile.State.Read(String sha256, var _) -> line("file", kind(file), file.path(), "read", sha256);
            case EvidenceFile.State.Unread _ -> line("file", kind(file), file.path(), "unread", blob);
            case EvidenceFile.State.Absent _ -> line("file", kind(file), file.path(), "absent", "");
        };
    }

    private static String kind(EvidenceFile file) {
        return file.kind().name();
    }

    private static String base(DeclaredBase base) {
        return base.model().map(Object::toString).orElse(base.written()).toLowerCase(Locale.ROOT);
    }

    private static String size(OptionalLong size) {
        return size.isPresent() ? String.valueOf(size.getAsLong()) : "";
    }

    private static String line(String... parts) {
        try {
            return JSON.writeValueAsString(List.of(parts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always writable", e);
        }
    }
}
