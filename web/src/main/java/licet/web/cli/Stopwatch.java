package licet.web.cli;

import java.time.Duration;
import java.util.Locale;

/** How long the steps of a start took. */
final class Stopwatch {
    private final long begun = System.nanoTime();
    private long lastLap = begun;

    String lap() {
        var now = System.nanoTime();
        var lap = seconds(now - lastLap);
        lastLap = now;
        return lap;
    }

    String total() {
        return seconds(System.nanoTime() - begun);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", Duration.ofNanos(nanos).toMillis() / 1000.0);
    }
}
