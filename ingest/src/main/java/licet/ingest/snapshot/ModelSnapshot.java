package licet.ingest.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.ingest.card.CardProblem;
import licet.ingest.card.FrontMatter;
import licet.ingest.card.LineageHint;
import licet.ingest.hub.Gating;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.SecurityScan;

/**
 * All that was seen of one model at one revision. It concludes nothing: every source stands beside the others.
 *
 * @param evidence license, notice, policy, card and configuration files, sorted by path, read or not
 * @param evidenceDigest see {@link EvidenceDigest}
 */
public record ModelSnapshot(
        Identity identity,
        Volatile state,
        Labels labels,
        Card card,
        Licenses licenses,
        List<EvidenceFile> evidence,
        List<WeightFile> weights,
        List<OriginFile> originFiles,
        List<DeclaredBase> bases,
        List<LineageHint> hints,
        ConfigFacts config,
        Modality modality,
        Optional<Long> parameters,
        List<RawAnswer> rawAnswers,
        String evidenceDigest) {
    /** Where a snapshot comes from whose evidence was read over the network. */
    public static final String SOURCE = "hub";

    /** Where a snapshot comes from whose evidence was read from a disk. */
    public static final String LOCAL_SOURCE = "local";

    public ModelSnapshot {
        evidence = List.copyOf(evidence);
        weights = List.copyOf(weights);
        originFiles = List.copyOf(originFiles);
        bases = List.copyOf(bases);
        hints = List.copyOf(hints);
        rawAnswers = List.copyOf(rawAnswers);
    }

    /**
     * Which model, at which commit.
     *
     * @param model the name that the Hub uses now
     * @param aliases other names under which it was asked for
     * @param objectId the Hub's own id, which survives a rename and not a deletion
     * @param commit the revision's sha; empty where a Hub gives none
     */
    public record Identity(
            String source,
            Optional<String> objectId,
            RepoId model,
            Set<RepoId> aliases,
            Optional<String> commit,
            Optional<Instant> createdAt,
            Optional<Instant> lastModified) {
        public Identity {
            aliases = Set.copyOf(aliases);
        }
    }

    /**
     * What can change without a new commit and is no part of the digest.
     *
     * @param security empty: the Hub did not say; a scan that is not done is unknown too
     */
    public record Volatile(
            Gating gating, boolean disabled, Optional<SecurityScan> security, long downloads, long likes) {}

    public record Labels(Optional<String> pipelineTag, Optional<String> libraryName, List<String> tags) {
        public Labels {
            tags = List.copyOf(tags);
        }
    }

    /**
     * The card as read.
     *
     * @param readable false where the card was absent or not read, so that its fields are not known to be empty
     */
    public record Card(boolean readable, FrontMatter frontMatter, List<CardProblem> problems) {
        public Card {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The license as three sources give it.
     *
     * @param tags the values of {@code license:} tags
     */
    public record Licenses(DeclaredLicense card, DeclaredLicense cardData, List<String> tags) {
        public Licenses {
            tags = List.copyOf(tags);
        }
    }

    /** All evidence of a kind. */
    public List<EvidenceFile> listEvidence(EvidenceFile.Kind kind) {
        return evidence.stream().filter(file -> file.kind() == kind).toList();
    }

    /** Files that another try may read: a snapshot with such gaps is worth taking again before anyone decides on it. */
    public List<EvidenceFile> listPassingGaps() {
        return evidence.stream()
                .filter(file ->
                        file.state() instanceof EvidenceFile.State.Unread(var reason, var _) && reason.isPassing())
                .toList();
    }

    public RepoId model() {
        return identity.model();
    }

    ModelSnapshot withDigest(String digest) {
        return new ModelSnapshot(
                identity,
                state,
                labels,
                card,
                licenses,
                evidence,
                weights,
                originFiles,
                bases,
                hints,
                config,
                modality,
                parameters,
                rawAnswers,
                digest);
    }
}
