package licet.web.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * What came of all mentions.
 *
 * @param deployment that asks
 * @param version of the program
 */
public record Report(String deployment, String version, List<Checked> all) {
    /** Requests under way at once. */
    private static final int AT_ONCE = 16;

    public Report {
        all = List.copyOf(all);
    }

    /** Asks about each subject once, however often it is mentioned. */
    public static Report of(List<Reference> references, Checker checker, String version) throws InterruptedException {
        var limit = new Semaphore(AT_ONCE);
        var running = new HashMap<Reference.Subject, Future<Checked>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var reference : references) {
                running.computeIfAbsent(
                        reference.subject(), _ -> executor.submit(() -> limited(limit, checker, reference)));
            }
            return new Report(checker.deployment(), version, answered(references, running));
        }
    }

    private static Checked limited(Semaphore limit, Checker checker, Reference reference) throws InterruptedException {
        limit.acquire();
        try {
            return checker.check(reference);
        } finally {
            limit.release();
        }
    }

    private static List<Checked> answered(List<Reference> references, Map<Reference.Subject, Future<Checked>> running)
            throws InterruptedException {
        var all = new ArrayList<Checked>();
        for (var reference : references) {
            try {
                all.add(Objects.requireNonNull(running.get(reference.subject()))
                        .get()
                        .at(reference));
            } catch (ExecutionException failed) {
                all.add(Checked.failed(
                        reference,
                        String.valueOf(Objects.requireNonNullElse(failed.getCause(), failed)
                                .getMessage())));
            }
        }
        return all;
    }

    /** The gravest outcome; without any mention nothing stands against. */
    public Outcome outcome() {
        return all.stream().map(Checked::outcome).max(Comparator.naturalOrder()).orElse(Outcome.PERMITTED);
    }

    long count(Outcome outcome) {
        return all.stream().filter(checked -> checked.outcome() == outcome).count();
    }
}
