package licet.web.record;

import java.util.Optional;
import licet.registry.record.DecisionRecord;
import licet.registry.record.Replay;

/** One decision of record beside what it gives when it is computed again. */
public record RecordView(Replay replay) {
    public DecisionRecord record() {
        return replay.record();
    }

    public boolean isDamaged() {
        return replay.result() == Replay.Result.DAMAGED;
    }

    /** The answer on record in one sentence. */
    public Optional<String> sentence() {
        return replay.stored().map(answer -> answer.path("sentence").asText());
    }

    /** The answer of today. */
    public Optional<String> today() {
        return replay.today().map(answer -> answer.path("verdict").asText());
    }

    public Optional<String> todaySentence() {
        return replay.today().map(answer -> answer.path("sentence").asText());
    }
}
