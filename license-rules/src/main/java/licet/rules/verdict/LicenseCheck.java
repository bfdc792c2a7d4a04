package licet.rules.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Ids;
import licet.rules.facts.Tri;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Grant;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;

/** Everything that one node of the lineage says: first whether its license is known, then grants and clauses. */
final class LicenseCheck {
    private static final List<Act> ACTS = List.of(Act.values());
    private final LicenseCatalog catalog;
    private final Reasons reasons;
    private final Situation situation;
    private final ClauseCheck clauses;

    LicenseCheck(LicenseCatalog catalog, Reasons reasons, Situation situation, ClauseCheck clauses) {
        this.catalog = catalog;
        this.reasons = reasons;
        this.situation = situation;
        this.clauses = clauses;
    }

    /** @param versions present where it matters which of several versions binds; {@code findings} are then theirs */
    record Checked(List<Finding> findings, Optional<Versions> versions) {
        private Checked(List<Finding> findings) {
            this(findings, Optional.empty());
        }
    }

    Checked check(Profile.Term term) {
        return new LicenseCheck(catalog, reasons, situation.at(term), clauses.at(term)).checked(term);
    }

    private Checked checked(Profile.Term term) {
        return switch (term.state()) {
            case IDENTIFIED -> new Checked(under(term, term.candidates().getFirst()));
            case ABSENT -> new Checked(List.of(absent(term)));
            case ONE_OF -> oneOf(term);
            case UNREAD, CONFLICTING, UNRECOGNIZED -> new Checked(uncertain(term));
        };
    }

    private static Finding absent(Profile.Term term) {
        var because = Finding.Because.of("identification.absent", Ids.of(term.artifact()));
        return term.throughOutputs()
                ? new Finding.Needs(subject(term), because, Finding.Need.CLEARING, new TreeSet<>())
                : new Finding.Violated(subject(term), because, Finding.Whose.OURS, Finding.Remedy.AGREEMENT);
    }

    /** An identification that only people can settle. */
    static Finding unsettled(String path, Artifact artifact, Profile.State state, Collection<LicenseKey> candidates) {
        boolean nothing = state == Profile.State.UNREAD && candidates.isEmpty();
        var because = Finding.Because.of(
                "identification." + Ids.of(state) + (nothing ? "-nothing" : ""),
                Ids.of(artifact),
                String.join(", ", candidates.stream().map(LicenseKey::value).toList()));
        var need = state == Profile.State.UNREAD ? Finding.Need.EVIDENCE : Finding.Need.CLEARING;
        return new Finding.Needs(
                new Subject.OfIdentification(path, artifact, state, candidates.size() == 1),
                because,
                need,
                new TreeSet<>());
    }

    private static Subject subject(Profile.Term term) {
        return new Subject.OfIdentification(term.path(), term.artifact(), term.state(), false);
    }

    /**
     * What is not settled needs people. A breach counts all the same when every text that it can be has one: then no
     * clearing could permit the use.
     */
    private List<Finding> uncertain(Profile.Term term) {
        var readings = readings(term);
        return readings.size() == 1 ? with(unsettled(term), readings.getFirst()) : uncertain(term, readings);
    }

    private static List<Finding> uncertain(Profile.Term term, List<List<Finding>> readings) {
        boolean complete = term.state() != Profile.State.UNRECOGNIZED;
        return complete && !readings.isEmpty() && readings.stream().allMatch(LicenseCheck::breaks)
                ? with(
                        unsettled(term),
                        readings.stream()
                                .flatMap(List::stream)
                                .filter(Finding.Violated.class::isInstance)
                                .toList())
                : List.of(unsettled(term));
    }

    /** Which version binds matters only where the versions differ in what they do to this use. */
    private Checked oneOf(Profile.Term term) {
        var readings = readings(term);
        if (readings.stream().map(Effect::of).distinct().count() == 1) {
            return new Checked(readings.getLast());
        }
        var open = uncertain(term, readings);
        var under = new TreeMap<LicenseKey, List<Finding>>();
        var reading = readings.iterator();
        term.candidates().forEach(key -> under.put(key, reading.next()));
        return new Checked(open, Optional.of(new Versions(open, under)));
    }

    private List<List<Finding>> readings(Profile.Term term) {
        return term.candidates().stream().map(key -> under(term, key)).toList();
    }

    private static Finding unsettled(Profile.Term term) {
        return unsettled(term.path(), term.artifact(), term.state(), term.candidates());
    }

    private static List<Finding> with(Finding first, List<Finding> rest) {
        var all = new ArrayList<Finding>();
        all.add(first);
        all.addAll(rest);
        return all;
    }

    private static boolean breaks(List<Finding> findings) {
        return findings.stream().anyMatch(Finding.Violated.class::isInstance);
    }

    private List<Finding> under(Profile.Term term, LicenseKey key) {
        var license = catalog.get(key);
        var all = new ArrayList<Finding>();
        if (term.throughOutputs() && !license.followsOutputs()) {
            return trained(term, license);
        }
        var said = reasons.of(license);
        for (Act act : ACTS) {
            grant(term, license, act, said.grant(act), all);
        }
        for (var gap : term.policyGaps()) {
            if (isOpen(license, gap)) {
                all.add(openPolicy(term, gap));
            }
        }
        said.clauses().forEach(spoken -> clause(term, license, spoken, all));
        for (var policy : term.policies()) {
            catalog.policy(policy)
                    .clauses()
                    .forEach(clause -> clause(term, license, Reasons.spoken(license, clause), all));
        }
        return all;
    }

    private void clause(Profile.Term term, License license, Reasons.Spoken spoken, List<Finding> into) {
        clauses.check(term, license, spoken).ifPresent(into::add);
        if (spoken.clause() instanceof Clause.NamePrefix name) {
            UpstreamName.find(situation, term, ClauseCheck.subject(term, license, name), license, name)
                    .ifPresent(into::add);
        }
    }

    /** A license that names its policy binds to it whether or not the copy beside it could be read. */
    private static boolean isOpen(License license, Profile.PolicyGap gap) {
        return gap != Profile.PolicyGap.UNREAD || license.usePolicies().isEmpty();
    }

    private static Finding openPolicy(Profile.Term term, Profile.PolicyGap gap) {
        return new Finding.Needs(
                new Subject.OfUsePolicy(term.path(), term.artifact(), gap),
                Finding.Because.of("use-policy." + Ids.of(gap)),
                gap == Profile.PolicyGap.UNREAD ? Finding.Need.EVIDENCE : Finding.Need.CLEARING,
                new TreeSet<>());
    }

    /** What a text says of the training itself: whoever trained the model on the outputs was bound by it. */
    private List<Finding> trained(Profile.Term term, License license) {
        var bans = license.clauses().stream()
                .flatMap(clause -> clauses.trainedAgainst(term, license, clause).stream())
                .toList();
        var grant = license.grant(Act.TRAIN_ON_OUTPUTS);
        return bans.isEmpty() && !grant.isGiven() ? List.of(untrainable(term, license, grant)) : bans;
    }

    private Finding untrainable(Profile.Term term, License license, Grant grant) {
        var subject = new Subject.OfGrant(
                term.path(), term.artifact(), license.key(), Act.TRAIN_ON_OUTPUTS, grant.citation());
        var because = reasons.of(license).grant(Act.TRAIN_ON_OUTPUTS);
        return grant.state() == Grant.State.WITHHELD
                ? new Finding.Violated(subject, because, Finding.Whose.UPSTREAM, Finding.Remedy.OTHER_MODEL)
                : new Finding.Needs(subject, because, Finding.Need.LEGAL_POSITION, new TreeSet<>());
    }

    private void grant(Profile.Term term, License license, Act act, Finding.Because because, List<Finding> into) {
        var grant = license.grant(act);
        var does = situation.does(act);
        if (does.isNo()) {
            return;
        }
        var subject = new Subject.OfGrant(term.path(), term.artifact(), license.key(), act, grant.citation());
        if (grant.isGiven()) {
            into.add(new Finding.Satisfied(subject, because));
            return;
        }
        into.add(
                switch (does) {
                    case Tri.Yes() -> refused(subject, grant, because);
                    case Tri.No() -> new Finding.Satisfied(subject, because);
                    case Tri.Unknown(var questions) ->
                        new Finding.Needs(subject, because, Finding.Need.FACT, questions);
                });
    }

    /** What a text withholds is refused; on what it is silent, counsel has to say how it is read. */
    private static Finding refused(Subject subject, Grant grant, Finding.Because because) {
        return grant.state() == Grant.State.WITHHELD
                ? new Finding.Violated(subject, because, Finding.Whose.OURS, Finding.Remedy.AGREEMENT)
                : new Finding.Needs(subject, because, Finding.Need.LEGAL_POSITION, new TreeSet<>());
    }
}
