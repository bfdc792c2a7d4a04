package licet.tests.gate;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import licet.registry.testing.Wire;

/** Asks over a number of connections, each as soon as it has its answer. */
record Load(URI server, String token, int connections) {
    /**
     * @param nanos of each answer, sorted
     * @param seconds that all of it took
     */
    record Measured(long[] nanos, double seconds, long bytes) {
        double perSecond() {
            return nanos.length / seconds;
        }

        double millisAt(double quantile) {
            return nanos[(int) Math.min(nanos.length - 1, Math.round(quantile * nanos.length))] / 1e6;
        }

        static Measured pooled(List<Measured> all) {
            return new Measured(
                    all.stream()
                            .flatMapToLong(one -> Arrays.stream(one.nanos()))
                            .sorted()
                            .toArray(),
                    all.stream().mapToDouble(Measured::seconds).sum(),
                    all.stream().mapToLong(Measured::bytes).sum());
        }
    }

    private record Share(long[] nanos, long bytes) {}

    /** @param paths asked in random order; the seed makes it the same order each time */
    Measured run(List<String> paths, int seconds, long seed) throws Exception {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        try (var executor = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<java.util.concurrent.Future<Share>>();
            for (int i = 0; i < connections; i++) {
                var random = new SplittableRandom(seed + i);
                running.add(executor.submit(() -> share(paths, end, random)));
            }
            var shares = new ArrayList<Share>();
            for (var each : running) {
                shares.add(each.get());
            }
            double took = (System.nanoTime() - begin) / 1e9;
            return new Measured(
                    shares.stream()
                            .flatMapToLong(share -> Arrays.stream(share.nanos()))
                            .sorted()
                            .toArray(),
                    took,
                    shares.stream().mapToLong(Share::bytes).sum());
        }
    }

    private Share share(List<String> paths, long end, SplittableRandom random) throws IOException {
        var nanos = new long[1 << 20];
        int count = 0;
        long bytes = 0;
        try (var wire = new Wire(server, token)) {
            for (long now = System.nanoTime(); now < end; ) {
                bytes += wire.pass(paths.get(random.nextInt(paths.size())));
                long then = System.nanoTime();
                nanos[count++] = then - now;
                now = then;
            }
        }
        return new Share(Arrays.copyOf(nanos, count), bytes);
    }
}
