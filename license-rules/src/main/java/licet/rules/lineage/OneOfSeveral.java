package licet.rules.lineage;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Identification;
import licet.rules.evidence.PolicyFile;
import licet.rules.license.LicenseKey;

/** Says with one identification that one of several holds and that nobody knows which; it permits what all permit. */
final class OneOfSeveral {
    private OneOfSeveral() {}

    /** @param all identifications of one artifact at several times, at least one */
    static Identification join(List<Identification> all) {
        var candidates = candidates(all);
        var evidence = all.stream()
                .map(Identification::evidence)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return all.stream()
                .map(each -> joined(each, all, candidates, evidence))
                .max((left, right) -> Integer.compare(openness(left), openness(right)))
                .orElseThrow();
    }

    private static Identification joined(
            Identification each,
            List<Identification> all,
            SortedSet<LicenseKey> candidates,
            List<EvidenceRef> evidence) {
        return switch (each) {
            case Identification.Identified(var license, var basis, var own, var policies) ->
                candidates.size() == 1
                        ? new Identification.Identified(license, basis, evidence, policies(all))
                        : oneOf(all, candidates, evidence);
            case Identification.OneOf _ -> oneOf(all, candidates, evidence);
            case Identification.Absent _ ->
                all.stream().allMatch(Identification.Absent.class::isInstance)
                        ? new Identification.Absent(evidence)
                        : new Identification.Conflicting(candidates, evidence);
            case Identification.Conflicting _ -> new Identification.Conflicting(candidates, evidence);
            case Identification.Unread _ -> new Identification.Unread(candidates, evidence);
            case Identification.Unrecognized(var own, var nearMiss, var at) ->
                new Identification.Unrecognized(candidates, nearMiss, evidence);
        };
    }

    /** Terms that lie beside only some of the texts cannot be said of one of several, so people have to settle them. */
    private static Identification oneOf(
            List<Identification> all, SortedSet<LicenseKey> candidates, List<EvidenceRef> evidence) {
        boolean alone = policies(all).stream().allMatch(PolicyFile.Bound.class::isInstance);
        return alone
                ? new Identification.OneOf(candidates, evidence)
                : new Identification.Conflicting(candidates, evidence);
    }

    private static List<PolicyFile> policies(List<Identification> all) {
        return all.stream()
                .flatMap(each -> each instanceof Identification.Identified identified
                        ? identified.policies().stream()
                        : Stream.of())
                .distinct()
                .toList();
    }

    /** Where one of the versions can be any text at all, no list of candidates would be complete. */
    private static SortedSet<LicenseKey> candidates(List<Identification> all) {
        var candidates = new TreeSet<LicenseKey>();
        if (all.stream().noneMatch(OneOfSeveral::isAnything)) {
            all.forEach(each -> candidates.addAll(each.candidates()));
        }
        return candidates;
    }

    private static boolean isAnything(Identification each) {
        return switch (each) {
            case Identification.Unread unread -> unread.candidates().isEmpty();
            case Identification.Unrecognized unrecognized ->
                unrecognized.candidates().isEmpty();
            case Identification.Identified _ -> false;
            case Identification.OneOf _ -> false;
            case Identification.Conflicting _ -> false;
            case Identification.Absent _ -> false;
        };
    }

    /** How much is open; what leaves more open stands for what leaves less. */
    private static int openness(Identification each) {
        return switch (each) {
            case Identification.Identified _ -> 0;
            case Identification.OneOf _ -> 1;
            case Identification.Absent _ -> 2;
            case Identification.Conflicting _ -> 3;
            case Identification.Unread _ -> 4;
            case Identification.Unrecognized _ -> 5;
        };
    }
}
