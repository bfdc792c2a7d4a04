package licet.registry.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers as they were sent, with what tells whether they still are the answer. Bounded by their size. */
@Singleton
final class GateMemory {
    private static final long MOST_BYTES =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);
    /** Of an entry besides its body: the question, the brief, the lists. */
    private static final int BESIDES = 1_000;

    private final Cache<GateQuestion, Made> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((GateQuestion question, Made made) -> made.reply().body().length + BESIDES)
            .build();

    /**
     * An answer and what it was made from.
     *
     * @param standing the conclusion, where it stood for the model at that moment
     * @param until first moment at which it has to be made anew
     * @param seen changes up to which it is known to be the same
     */
    record Made(
            GateReply reply,
            GateWorld.Versions versions,
            Judge.Named named,
            List<ApprovedRevisions.Approved> approved,
            OptionalLong standing,
            Instant until,
            Seen seen) {
        Made seen(Seen now) {
            return new Made(reply, versions, named, approved, standing, until, now);
        }
    }

    /** Numbers of changes. @param world of what answers are made from besides the models */
    record Seen(long world, long catalog) {}

    Optional<Made> find(GateQuestion question) {
        return Optional.ofNullable(answers.getIfPresent(question));
    }

    void put(GateQuestion question, Made made) {
        answers.put(question, made);
    }
}
