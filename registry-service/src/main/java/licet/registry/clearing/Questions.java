package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.Knowledge;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Families;
import licet.rules.evidence.Identification;
import licet.rules.evidence.LicenseIdentifier;
import licet.rules.evidence.PolicyFile;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Developers;
import licet.rules.lineage.Lineage;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Subject;

/** Reads off evidence what it leaves to people. */
@Singleton
class Questions {
    private final LicenseIdentifier identifier;
    private final Evaluator evaluator;
    private final EvidenceKeys keys;
    private final Families families;

    Questions(Knowledge knowledge, Evaluator evaluator, Developers developers) {
        this.identifier = new LicenseIdentifier(knowledge);
        this.evaluator = evaluator;
        this.keys = new EvidenceKeys(developers);
        this.families = knowledge.families();
    }

    /** What its own sources leave open about licenses. */
    List<Question> license(ModelEvidence evidence) {
        var found = new TreeMap<>(identify(evidence));
        var asked = new ArrayList<Question>();
        found.forEach((artifact, identification) -> kind(identification)
                .map(kind -> license(evidence, artifact, kind, identification))
                .ifPresent(question -> merge(asked, question)));
        return asked;
    }

    java.util.Map<Artifact, Identification> identify(ModelEvidence evidence) {
        return identifier.identify(evidence.license());
    }

    private Question license(
            ModelEvidence evidence, Artifact artifact, QuestionKind kind, Identification identification) {
        var said = Statement.at(identification.evidence(), evidence.license(), families);
        return new Question(
                kind, keys.license(evidence, said, kind == QuestionKind.VERSION), new TreeSet<>(List.of(artifact)));
    }

    /** Artifacts with the same evidence are one question. */
    private static void merge(List<Question> asked, Question question) {
        for (int i = 0; i < asked.size(); i++) {
            var known = asked.get(i);
            if (known.kind() == question.kind() && known.keys().equals(question.keys())) {
                var artifacts = new TreeSet<>(known.artifacts());
                artifacts.addAll(question.artifacts());
                asked.set(i, new Question(known.kind(), known.keys(), artifacts));
                return;
            }
        }
        asked.add(question);
    }

    /** Empty for what is settled, and for what no clearing may settle: what nobody gave and what nobody has read. */
    static Optional<QuestionKind> kind(Identification identification) {
        return switch (identification) {
            case Identification.Identified _, Identification.Absent _, Identification.Unread _ -> Optional.empty();
            case Identification.Conflicting _ -> Optional.of(QuestionKind.CONFLICTING);
            case Identification.OneOf _ -> Optional.of(QuestionKind.VERSION);
            case Identification.Unrecognized unrecognized ->
                Optional.of(unrecognized.nearMiss().isPresent() ? QuestionKind.NEAR_MISS : QuestionKind.UNRECOGNIZED);
        };
    }

    Question lineage(ModelEvidence evidence) {
        return new Question(QuestionKind.UNDECLARED, keys.lineage(evidence), new TreeSet<>());
    }

    /** What its own evidence says of an origin that nothing answers. */
    static List<ModelEvidence.Hint> open(Lineage lineage) {
        return lineage.undeclared().stream()
                .filter(hint -> hint.at().model().equals(lineage.own().model()))
                .toList();
    }

    /**
     * A finding about terms that were judged, which an instrument lifts.
     *
     * @param subjects ids of the findings
     */
    record OpenTerms(QuestionKind kind, SortedSet<String> subjects, List<EvidenceRef> evidence) {
        SortedSet<String> identities() {
            return evidence.stream().map(EvidenceRef::identity).collect(Collectors.toCollection(TreeSet::new));
        }

        Question question() {
            return new Question(kind, List.of(EvidenceKeys.terms(subjects, identities())), new TreeSet<>());
        }
    }

    List<OpenTerms> terms(Conclusion conclusion) {
        var all = new ArrayList<OpenTerms>();
        if (evaluator.relaxes(conclusion.profile()).isPresent()) {
            var subject = new Subject.OfLineage(Subject.OfLineage.Kind.RELAXES_BASE);
            all.add(new OpenTerms(
                    QuestionKind.RELAXED_BASE,
                    new TreeSet<>(List.of(subject.id())),
                    conclusion.bindings().of(subject.role()).evidence()));
        }
        conclusion.lineage().nodes().stream()
                .filter(node -> !node.superseded())
                .forEach(node -> all.addAll(policies(node, conclusion.bindings())));
        return all;
    }

    private record Beside(Profile.PolicyGap gap, List<EvidenceRef> evidence) {}

    /** Artifacts of one node with the same evidence are one question. */
    private static List<OpenTerms> policies(Lineage.Node node, Conclusion.Bindings bindings) {
        var open = new LinkedHashMap<Beside, SortedSet<String>>();
        new TreeMap<>(node.identifications()).forEach((artifact, identification) -> {
            if (identification instanceof Identification.Identified identified) {
                for (var file : identified.policies()) {
                    gap(file)
                            .map(gap -> new Subject.OfUsePolicy(node.role(), artifact, gap))
                            .ifPresent(subject -> open.computeIfAbsent(
                                            new Beside(
                                                    subject.gap(),
                                                    bindings.of(subject.role()).evidence()),
                                            _ -> new TreeSet<>())
                                    .add(subject.id()));
                }
            }
        });
        return open.entrySet().stream()
                .map(each -> new OpenTerms(
                        QuestionKind.USE_POLICY, each.getValue(), each.getKey().evidence()))
                .toList();
    }

    private static Optional<Profile.PolicyGap> gap(PolicyFile file) {
        return switch (file) {
            case PolicyFile.Bound _, PolicyFile.NotBound _, PolicyFile.Unread _ -> Optional.empty();
            case PolicyFile.Changed _ -> Optional.of(Profile.PolicyGap.CHANGED);
            case PolicyFile.Unknown _ -> Optional.of(Profile.PolicyGap.UNKNOWN);
        };
    }
}
