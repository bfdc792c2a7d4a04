package licet.tests.sync;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.HubResult;
import licet.ingest.hub.HubSettings;
import licet.ingest.hub.HubTiming;
import licet.ingest.hub.ListQuery;

/** Lists every model with our client, in a process of its own as the npm client has one, and prints models and time. */
final class ListingChild {
    private ListingChild() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        var models = new AtomicLong();
        try (var client = new HubClient(HubSettings.of(arguments[0]), HubTiming.real(Clock.systemUTC()))) {
            var result = client.modelPages(ListQuery.everything(), page -> {
                models.addAndGet(page.models().stream()
                        .filter(model -> model.sha().isPresent())
                        .count());
                return true;
            });
            if (result instanceof HubResult.Refused<Integer>(var problem)) {
                throw new IllegalStateException(problem.toString());
            }
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.printf("{\"models\":%d,\"millis\":%d}%n", models.get(), millis);
    }
}
