package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import licet.ingest.hub.Revision;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.catalog.Refs;
import licet.registry.ingest.IngestQueue;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Concluder;

/** Finds what a question is about, and has read what is not on record. */
@Singleton
final class GateSearch {
    /** How long it is taken for granted what a branch or tag names. */
    private static final Duration REF_AGE = Duration.ofMinutes(15);
    /** How soon an answer is looked at again whose branch is being asked for. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Catalog catalog;
    private final Refs refs;
    private final IngestQueue queue;
    private final Concluder concluder;
    private final Clock clock;

    GateSearch(Catalog catalog, Refs refs, IngestQueue queue, Concluder concluder, Clock clock) {
        this.catalog = catalog;
        this.refs = refs;
        this.queue = queue;
        this.concluder = concluder;
        this.clock = clock;
    }

    /**
     * @param state what stands, or what stands for a model of which nothing was read
     * @param until when the branch or tag has to be looked at again
     */
    record Found(
            Catalog.Judged state, boolean isOnRecord, Optional<GateAnswer.Resolved> resolved, Optional<Instant> until) {
        /** What a branch names can be another commit without any change of the model. */
        OptionalLong standing() {
            return resolved.isPresent()
                    ? OptionalLong.empty()
                    : state.read().map(Catalog.Read::standing).orElseGet(OptionalLong::empty);
        }
    }

    /** Whether an answer about it can be made without reading anything from the Hub. */
    boolean isOnRecord(GateQuestion question) {
        var revision = new Revision(question.revision().orElse(Revision.MAIN.value()));
        return revision.isCommit()
                ? catalog.holds(id(question), revision.value())
                : refs.find(question.model(), revision).isPresent();
    }

    /** The conclusion that stands for the model now. */
    OptionalLong standing(GateQuestion question) {
        return catalog.findStanding(question.local() ? LocalCatalog.SOURCE : catalog.source(), id(question));
    }

    Found find(GateQuestion question) {
        if (question.local()) {
            return catalog.find(LocalCatalog.SOURCE, id(question), question.revision())
                    .map(GateSearch::onRecord)
                    .orElseThrow(() -> new RegistryProblem.NotFound(
                                    "imported model", question.model().value())
                            .asException());
        }
        var revision = question.revision().map(Revision::new).orElse(Revision.MAIN);
        if (revision.isCommit()) {
            return catalog.find(id(question), question.revision())
                    .map(GateSearch::onRecord)
                    .orElseGet(() -> queued(question, revision));
        }
        return question.revision().isPresent()
                ? named(question, revision)
                : catalog.find(id(question), Optional.empty())
                        .map(GateSearch::onRecord)
                        .orElseGet(() -> queued(question, revision));
    }

    private Found named(GateQuestion question, Revision name) {
        var known = refs.find(question.model(), name);
        if (known.isEmpty()) {
            return queued(question, name);
        }
        var ref = known.get();
        var due = ref.seenAt().plus(REF_AGE);
        boolean isDue = !clock.instant().isBefore(due);
        if (isDue) {
            queue.add(question.model(), name);
        } else if (ref.commit().isEmpty()) {
            throw new RegistryProblem.NotFound("revision", name.value()).asException();
        }
        var until = Optional.of(isDue ? clock.instant().plus(SOON) : due);
        return ref.commit()
                .flatMap(commit -> catalog.find(id(question), Optional.of(commit)))
                .map(state -> new Found(state, true, GateAnswer.Resolved.of(name.value(), ref), until))
                .orElseGet(() -> queued(question, name));
    }

    private static Found onRecord(Catalog.Judged state) {
        return new Found(state, true, Optional.empty(), Optional.empty());
    }

    private Found queued(GateQuestion question, Revision revision) {
        queue.add(question.model(), revision);
        return unread(question);
    }

    Found unread(GateQuestion question) {
        var model = id(question);
        return new Found(
                new Catalog.Judged(
                        0,
                        model,
                        question.revision().orElse(Revision.MAIN.value()),
                        concluder.unread(model),
                        Optional.empty()),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static ModelId id(GateQuestion question) {
        return new ModelId(question.model().value());
    }
}
