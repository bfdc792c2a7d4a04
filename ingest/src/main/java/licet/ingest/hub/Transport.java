package licet.ingest.hub;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Dns;
import org.slf4j.LoggerFactory;

/** Requests with pacing, retries and one overall deadline. */
final class Transport implements AutoCloseable {
    private final Exchange exchange;
    private final HubLimits limits;
    private final HubTiming timing;
    private final Backoff backoff;
    private final Pacer pacer;
    private final HubListener listener;

    Transport(HubSettings settings, HubTiming timing, Dns dns, Pacer pacer, HubListener listener) {
        var answers = new AnswerWatcher(pacer, timing, listener);
        this.exchange = new Exchange(settings, dns, answers);
        this.limits = settings.limits();
        this.timing = timing;
        this.backoff = new Backoff(timing.random());
        this.pacer = pacer;
        this.listener = listener;
    }

    sealed interface Outcome<T> {
        record Answered<T>(Reply<T> reply) implements Outcome<T> {}

        /** The deadline would pass before the server wants to be asked again. */
        record Postponed<T>(String reason, Duration retryAfter) implements Outcome<T> {}

        record TooLarge<T>(String reason) implements Outcome<T> {}

        record Broken<T>(String reason) implements Outcome<T> {}
    }

    <T> Outcome<T> ask(Asking<T> asking) {
        Instant deadline = now().plus(limits.deadline());
        for (int attempt = 0; ; attempt++) {
            Optional<Outcome<T>> late = await(asking.quota(), deadline);
            if (late.isPresent()) {
                return late.get();
            }
            Try<T> tried = attempt(asking, deadline);
            if (!tried.again() || attempt >= limits.retries()) {
                return tried.outcome();
            }
            Duration wait = tried.pause().orElse(backoff.exponential(attempt));
            // Not a constant: most clients never ask again, and setting up the logging takes longer than a request.
            LoggerFactory.getLogger(Transport.class)
                    .debug("{} asked again in {} ms", asking.request().url().encodedPath(), wait.toMillis());
            Optional<Outcome<T>> stopped = pause(asking.quota(), wait, deadline);
            if (stopped.isPresent()) {
                return instead(tried.outcome(), stopped.get());
            }
            listener.retried(asking.quota());
        }
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** An error of the server tells more than that there is no time left, except where the quota is the matter. */
    private static <T> Outcome<T> instead(Outcome<T> last, Outcome<T> stopped) {
        return last instanceof Outcome.Answered<T>(Reply<T> reply)
                        && reply.head().status() != 429
                ? last
                : stopped;
    }

    private record Try<T>(Outcome<T> outcome, boolean again, Optional<Duration> pause) {}

    private <T> Try<T> attempt(Asking<T> asking, Instant deadline) {
        try {
            return judge(asking, exchange.send(asking, attemptTime(deadline)));
        } catch (Exchange.RedirectException | PrivateNetworks.RefusedAddressException e) {
            return new Try<>(new Outcome.Broken<>("refused: " + e.getMessage()), false, Optional.empty());
        } catch (BodyException e) {
            return switch (e.fault()) {
                case DAMAGED -> new Try<>(new Outcome.Broken<>(e.reason()), true, Optional.empty());
                case WRONG_SHAPE -> new Try<>(new Outcome.Broken<>(e.reason()), false, Optional.empty());
                case TOO_LARGE -> new Try<>(new Outcome.TooLarge<>(e.reason()), false, Optional.empty());
            };
        } catch (InterruptedIOException e) {
            asking.overloaded();
            return new Try<>(new Outcome.Broken<>(reason(e)), true, Optional.empty());
        } catch (IOException e) {
            return new Try<>(new Outcome.Broken<>(reason(e)), true, Optional.empty());
        }
    }

    private <T> Try<T> judge(Asking<T> asking, Reply<T> reply) {
        int status = reply.head().status();
        boolean again = reply instanceof Reply.Error<T> && Backoff.isTransient(status);
        Optional<Duration> asked = again ? Backoff.asked(reply.head(), now()) : Optional.empty();
        if (status == 429) {
            asked.ifPresent(wait -> pacer.hold(asking.quota(), wait, now()));
        }
        if (again && status == 504) {
            asking.overloaded();
        }
        return new Try<>(new Outcome.Answered<>(reply), again, asked);
    }

    private Duration attemptTime(Instant deadline) {
        Duration left = Duration.between(now(), deadline);
        Duration time = left.compareTo(limits.attempt()) < 0 ? left : limits.attempt();
        return time.toMillis() < 1 ? Duration.ofMillis(1) : time;
    }

    /** Until the pacer lets this request go. */
    private <T> Optional<Outcome<T>> await(String quota, Instant deadline) {
        while (true) {
            Pacer.Turn turn = pacer.reserve(quota, now());
            Optional<Outcome<T>> late = pause(quota, turn.pause(), deadline);
            if (turn.granted() || late.isPresent()) {
                return late;
            }
        }
    }

    private <T> Optional<Outcome<T>> pause(String quota, Duration wait, Instant deadline) {
        if (wait.isZero()) {
            return Optional.empty();
        }
        if (now().plus(wait).isAfter(deadline)) {
            return Optional.of(new Outcome.Postponed<>("the quota is used up", wait));
        }
        try {
            timing.sleeper().sleep(wait);
            listener.waited(quota, wait);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Outcome.Broken<>("interrupted"));
        }
    }

    private Instant now() {
        return timing.clock().instant();
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : ": " + Secrets.hide(message));
    }
}
