package licet.rules.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.license.LicenseKey;
import licet.rules.text.Recognition;

/** Concludes for each artifact of a repository under which license it stands, from the evidence alone. */
public final class LicenseIdentifier {
    private final Knowledge knowledge;

    public LicenseIdentifier(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    public Map<Artifact, Identification> identify(List<Evidence> evidence) {
        List<Source> files = evidence.stream().flatMap(this::source).toList();
        var declarations = Declarations.of(evidence, knowledge.licenses(), knowledge.families());
        var identifications = new EnumMap<Artifact, Identification>(Artifact.class);
        for (Artifact artifact : Artifact.values()) {
            identifications.put(
                    artifact, settled(artifact, evidence, identify(artifact, evidence, files, declarations)));
        }
        return Map.copyOf(identifications);
    }

    /** People settle what the sources leave open. */
    private static Identification settled(Artifact artifact, List<Evidence> evidence, Identification found) {
        return evidence.stream()
                .flatMap(each -> each instanceof Evidence.Settled settled
                                && settled.artifacts().contains(artifact)
                        ? Stream.of(settled)
                        : Stream.<Evidence.Settled>of())
                .flatMap(settled -> basis(settled, found).stream()
                        .<Identification>map(basis -> new Identification.Identified(
                                settled.license(),
                                basis,
                                Stream.concat(found.evidence().stream(), Stream.of(settled.at()))
                                        .toList())))
                .findFirst()
                .orElse(found);
    }

    private static Optional<Identification.Basis> basis(Evidence.Settled settled, Identification found) {
        return switch (settled.by()) {
            case CLEARING ->
                switch (found) {
                    case Identification.Conflicting _, Identification.Unrecognized _, Identification.OneOf _ ->
                        Optional.of(Identification.Basis.CLEARING);
                    // No conclusion gives rights that nobody gave, or replaces what nobody has read.
                    case Identification.Absent _, Identification.Unread _, Identification.Identified _ ->
                        Optional.empty();
                };
            case ACCEPTANCE ->
                found instanceof Identification.OneOf && found.candidates().contains(settled.license())
                        ? Optional.of(Identification.Basis.ACCEPTANCE)
                        : Optional.empty();
        };
    }

    /** A license file: {@code text} is what it was recognized as, nothing when it could not be read. */
    private record Source(EvidenceRef at, Optional<Set<Artifact>> specific, Optional<Recognition> text) {}

    private Stream<Source> source(Evidence evidence) {
        return switch (evidence) {
            case Evidence.FileText(var at, var role, var text)
            when role == Evidence.FileRole.LICENSE ->
                Stream.of(new Source(
                        at, specific(at), Optional.of(knowledge.recognizer().recognize(text))));
            case Evidence.FileUnread(var at, var role, var _)
            when role == Evidence.FileRole.LICENSE -> Stream.of(new Source(at, specific(at), Optional.empty()));
            case Evidence.FileText _ -> Stream.empty();
            case Evidence.FileUnread _ -> Stream.empty();
            case Evidence.CardTag _ -> Stream.empty();
            case Evidence.LicenseName _ -> Stream.empty();
            case Evidence.LicenseLink _ -> Stream.empty();
            case Evidence.HeaderField _ -> Stream.empty();
            case Evidence.Settled _ -> Stream.empty();
        };
    }

    private Optional<Set<Artifact>> specific(EvidenceRef at) {
        return knowledge.artifactFiles().find(at.file());
    }

    private static Identification identify(
            Artifact artifact, List<Evidence> evidence, List<Source> files, Declarations declarations) {
        List<Source> own = files.stream()
                .filter(file ->
                        file.specific().map(set -> set.contains(artifact)).orElse(false))
                .toList();
        if (!own.isEmpty()) {
            // The card speaks of the model as such, so it can contradict a file about the weights, not one about code.
            boolean cardSpeaks = artifact == Artifact.WEIGHTS || artifact == Artifact.TOKENIZER;
            return byFiles(own, declarations, cardSpeaks);
        }
        List<Source> general =
                files.stream().filter(file -> file.specific().isEmpty()).toList();
        if (!general.isEmpty()) {
            boolean weightsApart = files.stream()
                    .flatMap(file -> file.specific().stream())
                    .anyMatch(set -> set.contains(Artifact.WEIGHTS));
            return byFiles(general, declarations, !weightsApart);
        }
        return declarations.isEmpty() ? byOtherFiles(evidence) : byDeclarations(declarations);
    }

    private static Identification byFiles(List<Source> files, Declarations declarations, boolean cardSpeaks) {
        var refs = new ArrayList<>(files.stream().map(Source::at).toList());
        if (cardSpeaks) {
            refs.addAll(declarations.refs());
        }
        var texts = new TreeSet<LicenseKey>();
        files.forEach(
                file -> file.text().flatMap(LicenseIdentifier::exact).ifPresent(exact -> texts.add(exact.license())));
        if (files.stream().anyMatch(file -> file.text().isEmpty())) {
            return new Identification.Unread(union(texts, declarations, cardSpeaks), refs);
        }
        if (files.stream()
                .anyMatch(file -> file.text().flatMap(LicenseIdentifier::exact).isEmpty())) {
            return new Identification.Unrecognized(union(texts, declarations, cardSpeaks), nearMiss(files), refs);
        }
        if (texts.size() > 1 || (cardSpeaks && declarations.contradicts(texts.first()))) {
            return new Identification.Conflicting(union(texts, declarations, cardSpeaks), refs);
        }
        return new Identification.Identified(texts.first(), basis(files), refs);
    }

    private static Optional<Recognition.Exact> exact(Recognition recognition) {
        return recognition instanceof Recognition.Exact exact ? Optional.of(exact) : Optional.empty();
    }

    private static Identification.Basis basis(List<Source> files) {
        boolean standIn = files.stream()
                .anyMatch(file -> file.text()
                        .flatMap(LicenseIdentifier::exact)
                        .orElseThrow()
                        .standIn());
        return standIn ? Identification.Basis.STAND_IN_TEXT : Identification.Basis.FILE_TEXT;
    }

    private static Optional<Identification.NearMiss> nearMiss(List<Source> files) {
        return files.stream()
                .flatMap(file -> file.text().stream())
                .flatMap(text -> text instanceof Recognition.Near(var miss) ? Stream.of(miss) : Stream.empty())
                .findFirst();
    }

    private static SortedSet<LicenseKey> union(
            SortedSet<LicenseKey> texts, Declarations declarations, boolean cardSpeaks) {
        var all = new TreeSet<>(texts);
        if (cardSpeaks) {
            all.addAll(declarations.candidates());
        }
        return all;
    }

    private static Identification byDeclarations(Declarations declarations) {
        if (declarations.contradictEachOther()) {
            return new Identification.Conflicting(declarations.candidates(), declarations.refs());
        }
        return declarations
                .single()
                .<Identification>map(license ->
                        new Identification.Identified(license, Identification.Basis.DECLARED, declarations.refs()))
                .orElseGet(() -> declarations.versions().isEmpty()
                        ? new Identification.Unrecognized(
                                declarations.candidates(), Optional.empty(), declarations.refs())
                        : new Identification.OneOf(declarations.versions(), declarations.refs()));
    }

    /** A notice or use policy decides nothing, but it says that there are terms: that is not an absence. */
    private static Identification byOtherFiles(List<Evidence> all) {
        var evidence =
                all.stream().filter(each -> !(each instanceof Evidence.Settled)).toList();
        var refs = evidence.stream().map(Evidence::at).toList();
        if (evidence.stream().anyMatch(Evidence.FileUnread.class::isInstance)) {
            return new Identification.Unread(new TreeSet<>(), refs);
        }
        return evidence.isEmpty()
                ? new Identification.Absent(List.of())
                : new Identification.Unrecognized(new TreeSet<>(), Optional.empty(), refs);
    }
}
