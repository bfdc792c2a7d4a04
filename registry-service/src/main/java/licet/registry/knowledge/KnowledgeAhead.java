package licet.registry.knowledge;

import java.util.concurrent.CompletableFuture;
import licet.rules.Knowledge;

/** Knowledge that is read while the database starts: a start has two cores and should use both. */
public final class KnowledgeAhead {
    private final CompletableFuture<Knowledge> reading;

    private KnowledgeAhead(CompletableFuture<Knowledge> reading) {
        this.reading = reading;
    }

    public static KnowledgeAhead read(boolean withStandIns) {
        return new KnowledgeAhead(CompletableFuture.supplyAsync(() -> Knowledge.load(withStandIns)));
    }

    Knowledge get() {
        return reading.join();
    }
}
