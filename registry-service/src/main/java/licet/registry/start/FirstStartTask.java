package licet.registry.start;

import jakarta.inject.Singleton;
import licet.registry.host.Startup;
import licet.registry.host.StartupTask;

/** Fills and refreshes the database at each start, telling how far it is. */
@Singleton
final class FirstStartTask implements StartupTask {
    private final FirstStart start;

    FirstStartTask(FirstStart start) {
        this.start = start;
    }

    @Override
    public void run(Startup startup) {
        var report = start.run((done, known, model, outcome) ->
                startup.progress("Reading models %d/%d: %s (%s)".formatted(done, known, model, outcome)));
        if (report.samplesLoaded()) {
            startup.progress("Sample organization, deployments and policy are in place");
        }
        if (report.verdicts() > 0) {
            startup.progress("Evaluated %d combinations of profile and deployment".formatted(report.verdicts()));
        }
    }

    /** Before the set-up link is printed. */
    @Override
    public int getOrder() {
        return -100;
    }
}
