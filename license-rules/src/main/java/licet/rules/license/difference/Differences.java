package licet.rules.license.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Citation;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;

/**
 * Compares two texts by what they say and not by where: a clause that only stands in another section, or under another
 * id, is the same clause.
 */
public final class Differences {
    private static final Citation ANYWHERE = new Citation("any", "any");

    private Differences() {}

    /** The clauses of the use policies that bind with each text are compared as well. */
    public static List<Difference> between(LicenseCatalog catalog, License before, License after) {
        var all = new ArrayList<Difference>();
        all.addAll(heads(before, after));
        all.addAll(grants(before, after));
        all.addAll(between(catalog.clausesOf(before), catalog.clausesOf(after)));
        return List.copyOf(all);
    }

    private static List<Difference> heads(License before, License after) {
        return Stream.of(
                        head(Difference.HeadChanged.Part.CLASS, before.licenseClass(), after.licenseClass()),
                        head(
                                Difference.HeadChanged.Part.TERMS,
                                before.terms().kind(),
                                after.terms().kind()),
                        head(
                                Difference.HeadChanged.Part.CONTROL,
                                before.terms().control(),
                                after.terms().control()),
                        changed(
                                Difference.HeadChanged.Part.LICENSOR,
                                before.licensor().orElse(""),
                                after.licensor().orElse("")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Difference> head(Difference.HeadChanged.Part part, Enum<?> before, Enum<?> after) {
        return changed(part, Ids.of(before), Ids.of(after));
    }

    private static Optional<Difference> changed(Difference.HeadChanged.Part part, String before, String after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new Difference.HeadChanged(part, before, after));
    }

    private static List<Difference> grants(License before, License after) {
        return Stream.of(Act.values())
                .filter(act -> before.grant(act).state() != after.grant(act).state())
                .<Difference>map(act -> new Difference.GrantChanged(act, before.grant(act), after.grant(act)))
                .toList();
    }

    /** Clauses with one id belong together; of the others, those that say the same do. */
    public static List<Difference> between(List<Clause> before, List<Clause> after) {
        var gone = new ArrayList<>(before);
        var added = new ArrayList<>(after);
        // Equal ids first, so that of two clauses that say the same the right one is taken.
        takeOut(gone, added, (old, now) -> old.id().equals(now.id()) && saySame(old, now));
        takeOut(gone, added, Differences::saySame);
        var all = new ArrayList<Difference>();
        for (var now : List.copyOf(added)) {
            var old = gone.stream().filter(one -> one.id().equals(now.id())).findFirst();
            old.ifPresent(one -> {
                gone.remove(one);
                added.remove(now);
                all.add(new Difference.ClauseChanged(one, now));
            });
        }
        added.forEach(clause -> all.add(new Difference.ClauseAdded(clause)));
        gone.forEach(clause -> all.add(new Difference.ClauseGone(clause)));
        return List.copyOf(all);
    }

    private static void takeOut(List<Clause> gone, List<Clause> added, BiPredicate<Clause, Clause> match) {
        for (var now : List.copyOf(added)) {
            gone.stream().filter(old -> match.test(old, now)).findFirst().ifPresent(old -> {
                gone.remove(old);
                added.remove(now);
            });
        }
    }

    private static boolean saySame(Clause one, Clause other) {
        return said(one, other.id()).equals(said(other, other.id()));
    }

    /** What a clause says, without where it stands. */
    private static Clause said(Clause clause, String id) {
        var head = new Clause.Head(id, ANYWHERE, clause.head().scope());
        return switch (clause) {
            case Clause.UsageCap cap -> new Clause.UsageCap(head, cap.anyOf(), cap.effect(), cap.display());
            case Clause.Territory territory -> new Clause.Territory(head, territory.test(), territory.excluded());
            case Clause.PurposeLimit limit -> new Clause.PurposeLimit(head, limit.purpose());
            case Clause.FieldOfUse field -> new Clause.FieldOfUse(head, field.banned(), field.strength());
            case Clause.OutputTraining training ->
                new Clause.OutputTraining(head, training.reach(), training.ownDerivatives());
            case Clause.NamePrefix name -> new Clause.NamePrefix(head, name.prefix());
            case Clause.Duty duty -> new Clause.Duty(head, duty.kind(), duty.display(), duty.compatible());
            case Clause.Registration _ -> new Clause.Registration(head);
            case Clause.AgreementGate gate -> new Clause.AgreementGate(head, gate.detail());
            case Clause.Ambiguity ambiguity -> new Clause.Ambiguity(head, ambiguity.detail());
            case Clause.Term term -> new Clause.Term(head, term.kind(), term.detail());
        };
    }
}
