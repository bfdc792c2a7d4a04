package licet.registry.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import licet.rules.explain.VerdictDocument;

/**
 * An answer of the gate as it is sent.
 *
 * @param model of this instance's row; empty for what is not on record, whose reading is queued
 * @param body JSON of a {@link GateAnswer}
 * @param tag weak: the same for the same answer, whenever it was given
 * @param ending when a permission goes out of use
 */
record GateReply(OptionalLong model, Brief brief, byte[] body, String tag, Ending ending) {
    /**
     * @param sunset first moment after the papers that the permission stands on, or of the day on which its maker takes
     *     the model out of use
     * @param deprecated since when what people approved is not as it was, while the approval still acts
     */
    record Ending(Optional<Instant> sunset, Optional<Instant> deprecated) {
        static Ending of(GateAnswer answer) {
            if (!answer.document().permitted()) {
                return new Ending(Optional.empty(), Optional.empty());
            }
            var papers = answer.document().reasons().stream()
                    .flatMap(reason -> reason.instrument().stream())
                    .flatMap(paper -> paper.until().stream());
            var grace = answer.approved().stream()
                    .filter(one ->
                            one.revision().equals(answer.document().model().revision()))
                    .flatMap(one -> one.graceUntil().flatMap(_ -> one.staleSince()).stream());
            return new Ending(papers.min(Instant::compareTo), grace.min(Instant::compareTo));
        }
    }

    /** What bulk questions are answered with. */
    record Brief(
            String model,
            String revision,
            String verdict,
            boolean permitted,
            List<String> against,
            Optional<Instant> validUntil) {
        Brief {
            against = List.copyOf(against);
        }

        static Brief of(VerdictDocument verdict) {
            return new Brief(
                    verdict.model().id(),
                    verdict.model().revision(),
                    verdict.verdict(),
                    verdict.permitted(),
                    against(verdict),
                    verdict.validUntil());
        }

        private static List<String> against(VerdictDocument verdict) {
            return verdict.reasons().stream()
                    .filter(reason ->
                            reason.effect().equals("DENY") || reason.effect().equals("NEEDS"))
                    .map(VerdictDocument.Reason::id)
                    .toList();
        }
    }

    static GateReply of(OptionalLong model, GateAnswer answer) {
        return new GateReply(model, Brief.of(answer.document()), answer.bytes(), answer.tag(), Ending.of(answer));
    }

    /** The same for a model that its maker takes out of use. @param at the first moment of that day */
    GateReply retiring(Instant at) {
        var first = ending.sunset().filter(at::isAfter).orElse(at);
        return new GateReply(model, brief, body, tag, new Ending(Optional.of(first), ending.deprecated()));
    }

    boolean permitted() {
        return brief.permitted();
    }

    boolean isOnRecord() {
        return model.isPresent();
    }
}
