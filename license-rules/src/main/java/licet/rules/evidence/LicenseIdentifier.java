package licet.rules.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
        var read = new Reading(knowledge, evidence);
        var identifications = new EnumMap<Artifact, Identification>(Artifact.class);
        for (Artifact artifact : Artifact.values()) {
            identifications.put(artifact, Settlement.of(artifact, evidence, read.identify(artifact), read.policies));
        }
        return Map.copyOf(identifications);
    }

    /** The evidence of one repository, with every text recognized once. */
    private static final class Reading {
        private final List<Evidence> evidence;
        private final List<LicenseFile> files = new ArrayList<>();
        private final PolicyFiles policies;
        private final Declarations declarations;

        Reading(Knowledge knowledge, List<Evidence> evidence) {
            this.evidence = evidence;
            this.policies = new PolicyFiles(knowledge);
            this.declarations = Declarations.of(evidence, knowledge.licenses(), knowledge.families());
            evidence.forEach(each -> read(knowledge, each));
        }

        private void read(Knowledge knowledge, Evidence evidence) {
            switch (evidence) {
                case Evidence.FileText(var at, var role, var text) ->
                    read(knowledge, at, role, knowledge.recognizer().recognize(text));
                case Evidence.FileUnread(var at, var role, var reason) -> {
                    switch (role) {
                        case LICENSE -> files.add(new LicenseFile(at, specific(knowledge, at), Optional.empty()));
                        case USE_POLICY -> policies.addUnread(at, reason);
                        case NOTICE -> {}
                    }
                }
                case Evidence.CardTag _ -> {}
                case Evidence.LicenseName _ -> {}
                case Evidence.LicenseLink _ -> {}
                case Evidence.HeaderField _ -> {}
                case Evidence.Settled _ -> {}
            }
        }

        private void read(Knowledge knowledge, EvidenceRef at, Evidence.FileRole role, Recognition text) {
            switch (role) {
                case LICENSE -> {
                    // Some keep the policy under a name that says license.
                    if (text instanceof Recognition.ExactPolicy) {
                        policies.add(at, text);
                    } else {
                        files.add(new LicenseFile(at, specific(knowledge, at), Optional.of(text)));
                    }
                }
                case USE_POLICY -> policies.add(at, text);
                case NOTICE -> {}
            }
        }

        private static Optional<Set<Artifact>> specific(Knowledge knowledge, EvidenceRef at) {
            return knowledge.artifactFiles().find(at.file());
        }

        Identification identify(Artifact artifact) {
            List<LicenseFile> own =
                    files.stream().filter(file -> file.speaksOf(artifact)).toList();
            if (!own.isEmpty()) {
                // The card speaks of the model as such, so it can contradict a file about the weights, not one about
                // code.
                return byFiles(own, artifact == Artifact.WEIGHTS || artifact == Artifact.TOKENIZER);
            }
            List<LicenseFile> general =
                    files.stream().filter(file -> file.specific().isEmpty()).toList();
            if (!general.isEmpty()) {
                return byFiles(general, files.stream().noneMatch(file -> file.speaksOf(Artifact.WEIGHTS)));
            }
            return declarations.isEmpty() ? byOtherFiles() : byDeclarations();
        }

        private Identification byFiles(List<LicenseFile> files, boolean cardSpeaks) {
            var refs = new ArrayList<>(files.stream().map(LicenseFile::at).toList());
            if (cardSpeaks) {
                refs.addAll(declarations.refs());
            }
            var texts = new TreeSet<LicenseKey>();
            files.forEach(file -> file.exact().ifPresent(exact -> texts.add(exact.license())));
            if (!files.stream().allMatch(LicenseFile::isRead)) {
                return new Identification.Unread(union(texts, cardSpeaks), refs);
            }
            if (files.stream().anyMatch(file -> file.exact().isEmpty())) {
                return new Identification.Unrecognized(union(texts, cardSpeaks), LicenseFile.nearMiss(files), refs);
            }
            if (cardSpeaks && texts.size() > 1 && declarations.offer(texts)) {
                return new Identification.OneOf(texts, refs);
            }
            if (cardSpeaks && isOneOfSeveral(texts)) {
                return new Identification.Unrecognized(union(texts, true), Optional.empty(), refs);
            }
            if (texts.size() > 1 || (cardSpeaks && declarations.contradicts(texts.first()))) {
                return new Identification.Conflicting(union(texts, cardSpeaks), refs);
            }
            return identified(texts.first(), basis(files), refs);
        }

        /** The publisher names several licenses: which of them to take, or that all bind, is for people to say. */
        private boolean isOneOfSeveral(SortedSet<LicenseKey> texts) {
            return texts.size() > 1 ? declarations.foresee(texts) : declarations.sayMoreThan(texts.first());
        }

        private static Identification.Basis basis(List<LicenseFile> files) {
            boolean standIn =
                    files.stream().flatMap(file -> file.exact().stream()).anyMatch(Recognition.Exact::standIn);
            return standIn ? Identification.Basis.STAND_IN_TEXT : Identification.Basis.FILE_TEXT;
        }

        private Identification identified(LicenseKey license, Identification.Basis basis, List<EvidenceRef> refs) {
            return new Identification.Identified(license, basis, refs, policies.beside(license));
        }

        private SortedSet<LicenseKey> union(SortedSet<LicenseKey> texts, boolean cardSpeaks) {
            var all = new TreeSet<>(texts);
            if (cardSpeaks) {
                all.addAll(declarations.candidates());
            }
            return all;
        }

        private Identification byDeclarations() {
            if (declarations.contradictEachOther()) {
                return new Identification.Conflicting(declarations.candidates(), declarations.refs());
            }
            return declarations
                    .single()
                    .map(license -> identified(license, Identification.Basis.DECLARED, declarations.refs()))
                    .orElseGet(() -> declarations.versions().isEmpty()
                            ? new Identification.Unrecognized(
                                    declarations.candidates(), Optional.empty(), declarations.refs())
                            : oneOf(declarations.versions()));
        }

        /** Terms that lie beside only some of the versions cannot be said of one of them: people have to settle them. */
        private Identification oneOf(SortedSet<LicenseKey> versions) {
            boolean alone = versions.stream()
                    .flatMap(version -> policies.beside(version).stream())
                    .allMatch(PolicyFile.Bound.class::isInstance);
            return alone
                    ? new Identification.OneOf(versions, declarations.refs())
                    : new Identification.Conflicting(versions, declarations.refs());
        }

        /** A notice or use policy decides nothing, but it says that there are terms: that is not an absence. */
        private Identification byOtherFiles() {
            var said = evidence.stream()
                    .filter(each -> !(each instanceof Evidence.Settled))
                    .toList();
            var refs = said.stream().map(Evidence::at).toList();
            if (said.stream().anyMatch(Evidence.FileUnread.class::isInstance)) {
                return new Identification.Unread(new TreeSet<>(), refs);
            }
            return said.isEmpty()
                    ? new Identification.Absent(List.of())
                    : new Identification.Unrecognized(new TreeSet<>(), Optional.empty(), refs);
        }
    }
}
