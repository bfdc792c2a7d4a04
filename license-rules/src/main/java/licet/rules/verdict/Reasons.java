package licet.rules.verdict;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;

/** What findings say of the clauses of a catalog before any fact is held against them: written once, said often. */
final class Reasons {
    private final Map<LicenseKey, OfLicense> byLicense = new HashMap<>();

    /** A clause with what a finding about it says; a usage cap speaks of its first limit. */
    record Spoken(Clause clause, Finding.Because because) {}

    Reasons(LicenseCatalog catalog) {
        for (var license : catalog.licenses()) {
            var clauses = catalog.clausesOf(license).stream()
                    .map(clause -> spoken(license, clause))
                    .toList();
            var grants = new EnumMap<Act, Finding.Because>(Act.class);
            for (var act : Act.values()) {
                grants.put(act, grant(license, act));
            }
            byLicense.put(license.key(), new OfLicense(clauses, grants));
        }
    }

    /** @param clauses those of the license and of its own use policies, in the order of the files */
    record OfLicense(List<Spoken> clauses, Map<Act, Finding.Because> grants) {
        Finding.Because grant(Act act) {
            return Objects.requireNonNull(grants.get(act));
        }
    }

    OfLicense of(License license) {
        return Objects.requireNonNull(byLicense.get(license.key()));
    }

    private static Finding.Because grant(License license, Act act) {
        return Finding.Because.of(
                "grant." + Ids.of(license.grant(act).state()), license.names().title(), Ids.of(act));
    }

    /** A clause that binds with a license, of the catalog or of a use policy that lies beside the license. */
    static Spoken spoken(License license, Clause clause) {
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
