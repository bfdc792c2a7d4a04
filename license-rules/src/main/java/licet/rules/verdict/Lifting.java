package licet.rules.verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import licet.rules.lineage.Profile;

/** Which kind of instrument can lift which finding. Nothing lifts outside this table. */
final class Lifting {
    private Lifting() {}

    static boolean lifts(Instrument instrument, Finding finding, Instant now) {
        return instrument.actsAt(now) && reaches(instrument, finding);
    }

    /** Whether it lifts the finding while it acts. */
    static boolean reaches(Instrument instrument, Finding finding) {
        return instrument.lifts().contains(finding.subject().id())
                && canLift(instrument.kind(), finding)
                && withinLimit(instrument, finding);
    }

    /** A waiver that lasts longer than the policy allows is none, and neither is one without an end. */
    private static boolean withinLimit(Instrument instrument, Finding finding) {
        return !(finding instanceof Finding.Violated violated)
                || violated.waiverDays()
                        .map(days -> instrument
                                .until()
                                .map(until -> !until.isAfter(instrument.from().plus(days, ChronoUnit.DAYS)))
                                .orElse(false))
                        .orElse(true);
    }

    /** Whether there is anything to lift; most findings of a verdict stop nothing. */
    static boolean isLiftable(Finding finding) {
        return switch (finding) {
            case Finding.Violated _ -> true;
            case Finding.Needs _ -> true;
            case Finding.Satisfied _ -> false;
            case Finding.Noted _ -> false;
            case Finding.Obliges _ -> false;
            case Finding.Waived _ -> false;
        };
    }

    static boolean canLift(Instrument.Kind kind, Finding finding) {
        return switch (finding) {
            case Finding.Violated(var subject, var because, var whose, var remedy, var waiverDays) ->
                switch (subject) {
                    case Subject.OfClause _ -> kind == Instrument.Kind.AGREEMENT;
                    case Subject.OfGrant _ -> kind == Instrument.Kind.AGREEMENT;
                    case Subject.OfPolicy _ -> kind == Instrument.Kind.WAIVER && remedy == Finding.Remedy.WAIVER;
                    case Subject.OfIdentification _ -> kind == Instrument.Kind.AGREEMENT;
                    case Subject.OfLineage _, Subject.OfUsePolicy _ -> false;
                };
            case Finding.Needs(var subject, var because, var need, var questions) ->
                agreed(kind, subject)
                        || switch (need) {
                            case FACT, EVIDENCE, PLANNED_NAME, REGISTRATION -> false;
                            case CLEARING -> kind == Instrument.Kind.CLEARING && settles(subject);
                            case REVIEW -> kind == Instrument.Kind.APPROVAL;
                            case ACCEPTANCE -> kind == Instrument.Kind.ACCEPTANCE;
                            case LEGAL_POSITION -> kind == Instrument.Kind.LEGAL_POSITION;
                        };
            case Finding.Satisfied _ -> false;
            case Finding.Noted _ -> false;
            case Finding.Obliges _ -> false;
            case Finding.Waived _ -> false;
        };
    }

    /** Whether it can say which version of a text binds; what that version says of the use then counts. */
    static boolean canAnswer(Instrument.Kind kind, Finding finding) {
        return kind == Instrument.Kind.ACCEPTANCE
                && finding instanceof Finding.Needs
                && finding.subject() instanceof Subject.OfIdentification found
                && found.state() == Profile.State.ONE_OF;
    }

    /** Without terms that were judged, lifting what is open would permit by silence: the clearing has to name a text. */
    private static boolean settles(Subject subject) {
        return !(subject instanceof Subject.OfIdentification found) || found.judged();
    }

    /** An agreement takes the place of the clause that it names, so nothing about that clause has to be asked. */
    private static boolean agreed(Instrument.Kind kind, Subject subject) {
        return switch (subject) {
            case Subject.OfClause _ -> kind == Instrument.Kind.AGREEMENT;
            case Subject.OfGrant _ -> kind == Instrument.Kind.AGREEMENT;
            case Subject.OfIdentification _ -> false;
            case Subject.OfLineage _, Subject.OfUsePolicy _ -> false;
            case Subject.OfPolicy _ -> false;
        };
    }
}
