package licet.rules.verdict;

import java.time.Instant;

/** Which kind of instrument can lift which finding. Nothing lifts outside this table. */
final class Lifting {
    private Lifting() {}

    static boolean lifts(Instrument instrument, Finding finding, Instant now) {
        return instrument.actsAt(now)
                && instrument.lifts().contains(finding.subject().id())
                && canLift(instrument.kind(), finding);
    }

    static boolean canLift(Instrument.Kind kind, Finding finding) {
        return switch (finding) {
            case Finding.Violated(var subject, var _, var _, var remedy) ->
                switch (subject) {
                    case Subject.OfClause _ -> kind == Instrument.Kind.AGREEMENT;
                    case Subject.OfGrant _ -> kind == Instrument.Kind.AGREEMENT;
                    case Subject.OfPolicy _ -> kind == Instrument.Kind.WAIVER && remedy == Finding.Remedy.WAIVER;
                    case Subject.OfIdentification _ -> kind == Instrument.Kind.AGREEMENT;
                    case Subject.OfLineage _ -> false;
                };
            case Finding.Needs(var _, var _, var need, var _) ->
                switch (need) {
                    case FACT, EVIDENCE, PLANNED_NAME -> false;
                    case CLEARING -> kind == Instrument.Kind.CLEARING;
                    case REVIEW -> kind == Instrument.Kind.APPROVAL;
                    case REGISTRATION -> kind == Instrument.Kind.AGREEMENT;
                    case LEGAL_POSITION -> kind == Instrument.Kind.LEGAL_POSITION;
                };
            case Finding.Satisfied _ -> false;
            case Finding.Obliges _ -> false;
            case Finding.Waived _ -> false;
        };
    }
}
