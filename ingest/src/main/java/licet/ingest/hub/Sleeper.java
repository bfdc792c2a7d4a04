package licet.ingest.hub;

import java.time.Duration;

/** Waiting as an argument, so that tests need no time. */
@FunctionalInterface
public interface Sleeper {
    Sleeper REAL = Thread::sleep;

    void sleep(Duration duration) throws InterruptedException;
}
