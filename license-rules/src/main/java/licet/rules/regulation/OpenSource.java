package licet.rules.regulation;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Grant;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;

/**
 * Whether a license is free and open-source in the sense of Article 53(2) of Regulation (EU) 2024/1689, computed from
 * what the license file says. The Commission's guidelines on general-purpose models count limits to research or
 * non-commercial use, bans on distribution, limits by the number of users and separate commercial licenses as
 * disqualifying, and tolerate proportionate limits for safety.
 */
public enum OpenSource {
    YES,
    /** Something in the text needs a judgement. */
    ARGUABLE,
    /** The terms are not known. */
    UNKNOWN,
    NO;

    private static final Set<Act> NEEDED =
            Set.of(Act.USE, Act.COPY, Act.MODIFY, Act.DISTRIBUTE_WEIGHTS, Act.DISTRIBUTE_DERIVATIVES);

    /** @param id clause or grant as findings name it, for example {@code llama-4-community/monthly-users-cap} */
    public record Obstacle(String id, OpenSource leaves) {}

    public OpenSource and(OpenSource other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The strongest that a license leaves. */
    public static OpenSource of(License license, LicenseCatalog catalog) {
        return obstacles(license, catalog).stream()
                .map(Obstacle::leaves)
                .max(Comparator.naturalOrder())
                .orElse(YES);
    }

    /** Every clause and every missing grant that stands in the way, in the order of the files. */
    public static List<Obstacle> obstacles(License license, LicenseCatalog catalog) {
        var grants = NEEDED.stream().sorted().flatMap(act -> grant(license, act));
        var clauses = catalog.clausesOf(license).stream()
                .map(clause -> new Obstacle(clause.head().citation().document() + "/" + clause.id(), leaves(clause)));
        var terms = license.terms().kind() == License.Terms.Kind.FIXED
                ? Stream.<Obstacle>empty()
                : Stream.of(new Obstacle(
                        license.key() + "/terms/" + Ids.of(license.terms().kind()), ARGUABLE));
        return Stream.of(grants, clauses, terms)
                .flatMap(all -> all)
                .filter(obstacle -> obstacle.leaves() != YES)
                .toList();
    }

    private static Stream<Obstacle> grant(License license, Act act) {
        var state = license.grant(act).state();
        var leaves = switch (state) {
            case GRANTED, CONDITIONED -> YES;
            case WITHHELD -> NO;
            case SILENT -> ARGUABLE;
        };
        return state == Grant.State.GRANTED || state == Grant.State.CONDITIONED
                ? Stream.empty()
                : Stream.of(new Obstacle(license.key() + "/grant/" + Ids.of(act), leaves));
    }

    private static OpenSource leaves(Clause clause) {
        return switch (clause) {
            case Clause.UsageCap cap ->
                switch (cap.effect()) {
                    case NO_RIGHTS, TERMINATION, SEPARATE_AGREEMENT -> NO;
                    case DISPLAY_DUTY, UNCLEAR -> ARGUABLE;
                };
            case Clause.PurposeLimit _ -> NO;
            case Clause.Territory _ -> NO;
            case Clause.Registration _ -> NO;
            case Clause.AgreementGate _ -> NO;
            case Clause.Ambiguity _ -> ARGUABLE;
            case Clause.FieldOfUse _ -> ARGUABLE;
            case Clause.OutputTraining _ -> ARGUABLE;
            case Clause.NamePrefix _ -> YES;
            case Clause.Duty duty -> leaves(duty.kind());
            case Clause.Term term -> leaves(term.kind());
        };
    }

    private static OpenSource leaves(Clause.Duty.Kind duty) {
        return switch (duty) {
            case PASS_ON_RESTRICTIONS,
                    USE_LATEST_VERSION,
                    KEEP_SAFEGUARDS,
                    RUN_CONTENT_FILTERS,
                    SEEK_AUTHORIZATION,
                    NO_REVERSE_ENGINEERING,
                    COMPLY_WITH_POLICY,
                    WATCH_FOR_CHANGES -> ARGUABLE;
            case NOTICE_FILE,
                    COPY_OF_TERMS,
                    COPY_OF_POLICY,
                    MODIFICATION_NOTICE,
                    SAME_LICENSE,
                    NO_ADDITIONAL_TERMS,
                    PROVIDE_SOURCE,
                    DOCUMENT_DERIVATIVE,
                    BADGE,
                    DISPLAY_MODEL_NAME,
                    ATTRIBUTION,
                    ACKNOWLEDGE_IN_PUBLICATIONS,
                    NAME_THE_PROVIDER,
                    REPORTING_CHANNEL,
                    DISCLOSE_MACHINE_ORIGIN,
                    NO_CLAIM_OF_HUMAN_ORIGIN,
                    DISCLOSE_KNOWN_DANGERS,
                    DISCLOSE_MODIFICATIONS,
                    PROTECT_PERSONAL_DATA,
                    COMPLY_WITH_TRADE_CONTROLS,
                    COMPLY_WITH_LAW -> YES;
        };
    }

    private static OpenSource leaves(Clause.Term.Kind term) {
        return switch (term) {
            case UPDATE_BY_LICENSOR,
                    REMOTE_RESTRICTION,
                    REVOCABLE,
                    TERMINATION_AT_WILL,
                    GRANT_BACK,
                    OUTPUTS_OWNED_BY_LICENSOR,
                    DERIVATIVES_OWNED_BY_LICENSOR,
                    DEFECT_IN_TEXT -> ARGUABLE;
            case PATENT_GRANT,
                    NO_PATENT_GRANT,
                    PATENT_TERMINATION,
                    LITIGATION_TERMINATION,
                    GOVERNING_LAW,
                    ARBITRATION,
                    CONTRACTING_ENTITY,
                    IRREVOCABLE,
                    TERMINATION_ON_BREACH,
                    DELETION_ON_TERMINATION,
                    FEES_ON_BREACH,
                    INDEMNITY,
                    OUTPUTS_NOT_CLAIMED,
                    OUTPUTS_OWNED_BY_LICENSEE,
                    NO_TRADEMARK -> YES;
        };
    }
}
