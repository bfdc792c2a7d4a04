package licet.rules.verdict;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeSet;
import licet.rules.facts.Ids;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;

/** What findings say of the clauses of a catalog before any fact is held against them: written once, said often. */
final class Reasons {
    private final Map<LicenseKey, Map<Clause, Spoken>> byLicense = new HashMap<>();

    /** A clause with what a finding about it says; a usage cap speaks of its first limit. */
    record Spoken(Clause clause, Finding.Because because) {}

    Reasons(LicenseCatalog catalog) {
        for (var license : catalog.licenses()) {
            // Clauses are compared by identity: they are long, and the catalog holds each of them once.
            var spoken = new IdentityHashMap<Clause, Spoken>();
            catalog.clausesOf(license).forEach(clause -> spoken.put(clause, spoken(license, clause)));
            byLicense.put(license.key(), spoken);
        }
    }

    /** A clause that binds with a license, of the catalog or of a use policy that lies beside the license. */
    Spoken of(License license, Clause clause) {
        var known = byLicense.getOrDefault(license.key(), Map.of()).get(clause);
        return known == null ? spoken(license, clause) : known;
    }

    private static Spoken spoken(License license, Clause clause) {
        return new Spoken(clause, because(license, clause));
    }

    private static Finding.Because because(License license, Clause clause) {
        return switch (clause) {
            case Clause.UsageCap cap ->
                ClauseCheck.because(license, cap, cap.anyOf().getFirst());
            case Clause.Territory territory ->
                Finding.Because.of("territory." + Ids.of(territory.test()), String.join(", ", territory.excluded()));
            case Clause.PurposeLimit limit -> Finding.Because.of("purpose." + Ids.of(limit.purpose()));
            case Clause.FieldOfUse field ->
                Finding.Because.of(
                        "field-of-use." + Ids.of(field.strength()),
                        String.join(
                                ", ",
                                new TreeSet<>(field.banned())
                                        .stream().map(Ids::of).toList()));
            case Clause.OutputTraining training -> Finding.Because.of("output-training." + Ids.of(training.reach()));
            case Clause.NamePrefix prefix -> Finding.Because.of("name-prefix", prefix.prefix());
            case Clause.Duty duty ->
                Finding.Because.of(
                        "duty." + Ids.of(duty.kind()), license.names().title(), duty.display());
            case Clause.Registration _ -> Finding.Because.of("registration", license.steward());
            case Clause.AgreementGate gate -> Finding.Because.of("agreement-gate", license.steward(), gate.detail());
            case Clause.Ambiguity ambiguity -> Finding.Because.of("ambiguity", ambiguity.detail());
            case Clause.Term term -> Finding.Because.of("term." + Ids.of(term.kind()));
        };
    }
}
