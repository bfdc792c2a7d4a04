package licet.registry.compare;

import java.util.Optional;
import java.util.function.Predicate;
import licet.registry.decision.Peers;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Verdict;

/**
 * A model that could be taken instead, with what its verdict says about the work that it makes.
 *
 * @param family as published, where the release is known
 */
record Candidate(Peers.Peer peer, Optional<String> family) {

    /** What has to be done, each clause once however many nodes ask for it. */
    int duties() {
        return count(finding ->
                finding instanceof Finding.Obliges duty && duty.questions().isEmpty());
    }

    /** What becomes due if an open fact turns out that way. */
    int conditional() {
        return count(finding ->
                finding instanceof Finding.Obliges duty && !duty.questions().isEmpty());
    }

    int openPoints() {
        return count(Finding.Needs.class::isInstance);
    }

    private int count(Predicate<Finding> which) {
        return (int) peer.verdict().findings().stream()
                .map(Verdict.Cited::finding)
                .filter(which)
                .map(finding -> finding.subject().id())
                .distinct()
                .count();
    }
}
