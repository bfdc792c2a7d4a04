package licet.registry.sync;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.ingest.hub.Cursor;
import licet.ingest.hub.HubProblem;
import licet.ingest.hub.HubResult;
import licet.ingest.hub.ModelPage;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.Absences;
import licet.registry.catalog.Denials;
import licet.registry.catalog.ListedModels;
import licet.registry.ingest.Traffic;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.metric.Metrics;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import licet.registry.watch.Watch;

/** Lists what a watch covers: each page is one request and one transaction, which also moves the cursor. */
@Singleton
final class ListingPhase {
    private static final int MOST_FAILURES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    private final Database database;
    private final HubLists lists;
    private final ListedModels listed;
    private final Absences absences;
    private final Denials denials;
    private final RunTable runs;
    private final ItemTable items;
    private final ErrorTable errors;
    private final Traffic traffic;
    private final Metrics metrics;

    ListingPhase(
            Database database, HubLists lists, Catalogs catalogs, Tables tables, Traffic traffic, Metrics metrics) {
        this.database = database;
        this.lists = lists;
        this.listed = catalogs.listed();
        this.absences = catalogs.absences();
        this.denials = catalogs.denials();
        this.runs = tables.runs();
        this.items = tables.items();
        this.errors = tables.errors();
        this.traffic = traffic;
        this.metrics = metrics;
    }

    /** Asks for one page and writes it. */
    Step step(SyncRun run, Watch watch) {
        var cost = new Traffic.Tally();
        var from = run.cursor().map(Cursor::new);
        return switch (traffic.count(cost, () -> lists.page(watch.target(), from))) {
            case HubResult.Found<HubLists.Listed>(HubLists.Listed(var page, var denied)) ->
                database.write(sql -> write(sql, run, watch, page, denied, cost));
            case HubResult.Refused<HubLists.Listed>(HubProblem problem) -> refused(run, watch, problem, cost);
        };
    }

    private Step write(
            Statements sql,
            SyncRun run,
            Watch watch,
            ModelPage page,
            Map<RepoId, Denials.Denial> denied,
            Traffic.Tally cost) {
        if (!runs.turnPage(sql, run, page.next(), cost)) {
            return new Step.Over();
        }
        denied.forEach((model, denial) -> denials.record(model, denial, Optional.of(run.id())));
        var written = listed.write(sql, page.models(), pass(sql, run, watch));
        int fresh = items.see(sql, run.id(), written.seen());
        items.want(sql, run.id(), written.due());
        runs.countListed(sql, run.id(), fresh, written.news(), written.changed());
        int unreadable = page.received() - page.models().size();
        if (unreadable > 0) {
            errors.add(sql, run.id(), "unreadable-item", unreadable + " items of a page could not be read");
        }
        metrics.count("licet_sync_models", "tier", "listed", fresh);
        if (page.next().isEmpty()) {
            end(sql, run, watch.target());
        }
        return new Step.Went();
    }

    private ListedModels.Pass pass(Statements sql, SyncRun run, Watch watch) {
        boolean examine = watch.tier() == Tier.EXAMINED;
        boolean tellsNews = !(watch.target() instanceof Target.WholeHub)
                && runs.findLastDone(sql, watch.id()).isPresent();
        Optional<UUID> newTo = tellsNews ? Optional.of(watch.id()) : Optional.empty();
        return new ListedModels.Pass(run.id(), examine, newTo);
    }

    private void end(Statements sql, SyncRun run, Target target) {
        int missing = target.coveredOwner()
                .map(owner -> absences.record(sql, owner, run.id(), run.startedAt()))
                .map(outcome -> missing(sql, run, outcome))
                .orElse(0);
        runs.endListing(sql, run.id(), missing);
    }

    private int missing(Statements sql, SyncRun run, Absences.Outcome outcome) {
        return switch (outcome) {
            case Absences.Outcome.Found(var unlisted, var ask) -> {
                items.want(sql, run.id(), ask);
                yield unlisted + ask.size();
            }
            case Absences.Outcome.Implausible(var missing, var covered) -> {
                errors.add(
                        sql,
                        run.id(),
                        "implausible-listing",
                        "the list lacks %d of %d models: it was cut short, so none counts as missing"
                                .formatted(missing, covered));
                yield 0;
            }
        };
    }

    private Step refused(SyncRun run, Watch watch, HubProblem problem, Traffic.Tally cost) {
        var trouble = HubTrouble.of(problem);
        return database.write(sql -> {
            runs.spend(sql, run.id(), cost);
            errors.add(sql, run.id(), trouble.kind(), trouble.detail());
            if (trouble.pause().isPresent()) {
                return new Step.Later(trouble.pause().get());
            }
            if (watch.target() instanceof Target.Model(var model) && deny(model, run, problem)) {
                runs.endListing(sql, run.id(), 1);
                return new Step.Went();
            }
            int failures = runs.fail(sql, run.id());
            if (!trouble.passing() || failures >= MOST_FAILURES) {
                runs.move(sql, run.id(), SyncRun.State.RUNNING, SyncRun.State.FAILED);
                return new Step.Over();
            }
            return new Step.Later(FIRST_PAUSE.multipliedBy(1L << failures));
        });
    }

    private boolean deny(RepoId model, SyncRun run, HubProblem problem) {
        var denial = HubTrouble.denial(problem);
        denial.ifPresent(told -> denials.record(model, told, Optional.of(run.id())));
        return denial.isPresent();
    }
}
