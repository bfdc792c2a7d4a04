package licet.registry.compare;

import jakarta.inject.Singleton;
import licet.ingest.hub.Revision;
import licet.registry.decision.Judge;
import licet.registry.ingest.IngestQueue;
import licet.rules.explain.VerdictDocument;

/** The verdict on a model that is compared: the same that the model alone gets. */
@Singleton
final class Opinions {
    private final Judge judge;
    private final IngestQueue queue;

    Opinions(Judge judge, IngestQueue queue) {
        this.judge = judge;
        this.queue = queue;
    }

    /** A model of which nothing was read has an open verdict; reading it is then queued, where there is what to read. */
    VerdictDocument of(Subject subject, Judge.Case of) {
        if (subject.read()) {
            return judge.judge(subject.model(), subject.revision(), subject.conclusion(), of);
        }
        if (!subject.asked().local() && !subject.isStated()) {
            queue.add(subject.asked().model(), Revision.parse(subject.revision()));
        }
        return judge.preview(subject.model(), subject.revision(), subject.conclusion(), of);
    }
}
