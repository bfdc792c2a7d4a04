package licet.ingest.hub;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests with pacing, retries and one overall deadline. */
final class Transport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

    private final Exchange exchange;
    private final HubLimits limits;
    private final HubTiming timing;
    private final Backoff backoff;
    private final Pacer pacer = new Pacer();

    Transport(HubSettings settings, HubTiming timing, Dns dns) {
        this.exchange = new Exchange(settings, dns);
        this.limits = settings.limits();
        this.timing = timing;
        this.backoff = new Backoff(timing.random());
    }

    /**
     * @param quota the Hub's name of the quota that pays: {@code api} or {@code resolvers}
     * @param whole tells a usable body from a damaged one, which is asked for again
     */
    record Ask(HttpUrl url, String quota, long cap, Predicate<Payload> whole) {}

    sealed interface Outcome {
        record Answered(Reply reply) implements Outcome {}

        /** The deadline would pass before the server wants to be asked again. */
        record Postponed(String reason, Duration retryAfter) implements Outcome {}

        record Broken(String reason) implements Outcome {}
    }

    Outcome get(Ask ask) {
        Instant deadline = timing.clock().instant().plus(limits.deadline());
        for (int attempt = 0; ; attempt++) {
            Optional<Outcome> late = pause(pacer.reserve(ask.quota(), now()), deadline);
            if (late.isPresent()) {
                return late.get();
            }
            Try tried = attempt(ask, deadline);
            if (!tried.again() || attempt >= limits.retries()) {
                return tried.outcome();
            }
            Duration wait = tried.pause().orElse(backoff.exponential(attempt));
            LOG.debug("{} asked again in {} ms", ask.url().encodedPath(), wait.toMillis());
            Optional<Outcome> stopped = pause(wait, deadline);
            if (stopped.isPresent()) {
                return tried.outcome() instanceof Outcome.Answered a
                                && a.reply().status() != 429
                        ? a
                        : stopped.get();
            }
        }
    }

    @Override
    public void close() {
        exchange.close();
    }

    private record Try(Outcome outcome, boolean again, Optional<Duration> pause) {}

    private Try attempt(Ask ask, Instant deadline) {
        try {
            Reply reply = exchange.get(ask.url(), ask.cap(), attemptTime(deadline));
            reply.header("RateLimit").flatMap(RateLimit::find).ifPresent(limit -> pacer.learn(limit, now()));
            if (reply.successful() && !reply.cut() && !ask.whole().test(reply.body())) {
                return new Try(new Outcome.Broken("the body is damaged"), true, Optional.empty());
            }
            boolean again = Backoff.isTransient(reply.status());
            return new Try(new Outcome.Answered(reply), again, again ? Backoff.asked(reply, now()) : Optional.empty());
        } catch (Exchange.RedirectException | PrivateNetworks.RefusedAddressException e) {
            return new Try(new Outcome.Broken("refused: " + e.getMessage()), false, Optional.empty());
        } catch (IOException e) {
            return new Try(new Outcome.Broken(reason(e)), true, Optional.empty());
        }
    }

    private Duration attemptTime(Instant deadline) {
        Duration left = Duration.between(now(), deadline);
        Duration time = left.compareTo(limits.attempt()) < 0 ? left : limits.attempt();
        return time.toMillis() < 1 ? Duration.ofMillis(1) : time;
    }

    private Optional<Outcome> pause(Duration wait, Instant deadline) {
        if (wait.isZero()) {
            return Optional.empty();
        }
        if (now().plus(wait).isAfter(deadline)) {
            return Optional.of(new Outcome.Postponed("the quota is used up", wait));
        }
        try {
            timing.sleeper().sleep(wait);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Outcome.Broken("interrupted"));
        }
    }

    private Instant now() {
        return timing.clock().instant();
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
