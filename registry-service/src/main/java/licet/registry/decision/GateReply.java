package licet.registry.decision;

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
 */
record GateReply(OptionalLong model, Brief brief, byte[] body, String tag) {
    /** What bulk questions are answered with. */
    record Brief(
            String model,
            String revision,
            String verdict,
            boolean permitted,
            List<String> against,
            Optional<java.time.Instant> validUntil) {
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
        return new GateReply(model, Brief.of(answer.document()), answer.bytes(), answer.tag());
    }

    boolean permitted() {
        return brief.permitted();
    }

    boolean isOnRecord() {
        return model.isPresent();
    }
}
