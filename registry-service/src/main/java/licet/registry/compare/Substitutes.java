package licet.registry.compare;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import licet.ingest.hub.RepoId;
import licet.registry.decision.Judge;
import licet.registry.decision.Peers;
import licet.registry.decision.Verdicts;
import licet.registry.fact.Facts;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;
import licet.rules.release.Release;
import licet.rules.release.Releases;
import licet.rules.verdict.Answer;

/** Finds models of the same kind and size that a deployment may use instead of one. */
@Singleton
public class Substitutes {
    public static final int MOST = 20;
    /** With fewer permitted ones than that, those that wait for something are named as well. */
    public static final int FEW = 5;

    public static final int MOST_OPEN = 10;

    private final Subjects subjects;
    private final Opinions opinions;
    private final Peers peers;
    private final Releases releases;
    private final Facts facts;

    Substitutes(Subjects subjects, Opinions opinions, Peers peers, Releases releases, Facts facts) {
        this.subjects = subjects;
        this.opinions = opinions;
        this.peers = peers;
        this.releases = releases;
        this.facts = facts;
    }

    private record Search(Subject subject, VerdictDocument verdict, Judge.Case of, Set<String> excluded) {}

    private record Ranked(List<SubstituteList.Substitute> list, boolean complete) {
        static final Ranked NONE = new Ranked(List.of(), true);
    }

    /**
     * @param local whether the imported model of that name is meant instead of the Hub's
     * @param showValues whether the reader may see figures
     */
    public SubstituteList of(RepoId model, boolean local, DeploymentKey deployment, boolean showValues) {
        var current = facts.current();
        var stored = current.find(deployment).orElseThrow(() -> Verdicts.unknownDeployment(deployment, current));
        var of = Judge.Case.of(current, stored, showValues);
        var subject = subjects.get(new AskedModel(model, Optional.empty(), local));
        var verdict = opinions.of(subject, of);
        var search = new Search(subject, verdict, of, excluded(subject, verdict));
        boolean known = !Kind.modality(subject).equals(Kind.UNKNOWN);
        var permitted = known ? ranked(search, Answer.ALLOW, MOST) : Ranked.NONE;
        boolean few = known && permitted.list().size() < FEW;
        var open = few ? ranked(search, Answer.NEEDS, MOST_OPEN) : Ranked.NONE;
        return new SubstituteList(
                subject.model().value(),
                subject.row().source(),
                subject.revision(),
                verdict.deployment(),
                verdict.verdict(),
                verdict.sentence(),
                Kind.modality(subject),
                Kind.size(subject),
                subject.row().parameters(),
                CompareWords.get("rule"),
                permitted.list(),
                few ? Optional.of(CompareWords.get("rule.open")) : Optional.empty(),
                open.list(),
                permitted.complete() && open.complete(),
                known ? Optional.empty() : Optional.of(CompareWords.get("nothing.kind")));
    }

    /**
     * Names in lower case of which no substitute may be made: what stands against the model stands against everything
     * made from it, and from the ancestors whose terms decide.
     */
    private static Set<String> excluded(Subject subject, VerdictDocument verdict) {
        var names = new HashSet<String>();
        if (!verdict.verdict().equals(Answer.ALLOW.name())) {
            names.add(lower(subject.model().value()));
            verdict.reasons().stream()
                    .filter(reason -> reason.effect().equals(verdict.verdict()))
                    .flatMap(reason -> reason.path().stream())
                    .map(Substitutes::lower)
                    .forEach(names::add);
        }
        return names;
    }

    private Ranked ranked(Search search, Answer answer, int most) {
        var likeness = likeness(search.subject());
        var wanted = new Peers.Wanted(
                Kind.modality(search.subject()),
                Kind.size(search.subject()),
                answer,
                search.subject().row().developer().orElse(""),
                search.subject().row().parameters());
        var found = peers.find(wanted, search.of());
        var order = answer == Answer.ALLOW ? likeness.order() : likeness.orderOfOpen();
        return new Ranked(
                found.peers().stream()
                        .filter(peer -> isOffered(peer, search))
                        .map(peer -> new Candidate(peer, release(peer).map(Release::family)))
                        .sorted(order)
                        .limit(most)
                        .map(candidate -> substitute(candidate, likeness))
                        .toList(),
                found.complete());
    }

    /** Also no other model of the same name, which is the same one brought in another way. */
    private static boolean isOffered(Peers.Peer peer, Search search) {
        String name = lower(peer.row().model());
        return !name.equals(lower(search.subject().model().value()))
                && !search.excluded().contains(name)
                && peer.onHub().isThere()
                && peer.onHub().bases().stream().noneMatch(search.excluded()::contains);
    }

    private Likeness likeness(Subject subject) {
        var bases = new HashSet<>(subject.onHub().bases());
        subject.conclusion().lineage().nodes().stream()
                .skip(1)
                .map(node -> lower(node.model().value()))
                .forEach(bases::add);
        return new Likeness(
                releases.find(subject.model()).map(Release::family),
                Set.copyOf(bases),
                subject.row().developer().orElse(""),
                Kind.size(subject),
                subject.row().parameters());
    }

    private Optional<Release> release(Peers.Peer peer) {
        return releases.find(new ModelId(peer.row().model()));
    }

    private SubstituteList.Substitute substitute(Candidate candidate, Likeness likeness) {
        var row = candidate.peer().row();
        var released = release(candidate.peer())
                .map(one -> one.released().text())
                .or(() -> row.released()
                        .map(moment ->
                                moment.atOffset(ZoneOffset.UTC).toLocalDate().toString()));
        return new SubstituteList.Substitute(
                row.model(),
                row.source(),
                row.revision(),
                candidate.peer().verdict().answer().name(),
                row.license(),
                row.identification(),
                row.developer(),
                row.country(),
                row.parameters(),
                released,
                row.tier(),
                row.downloads(),
                candidate.duties(),
                candidate.conditional(),
                candidate.openPoints(),
                likeness.why(candidate));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
