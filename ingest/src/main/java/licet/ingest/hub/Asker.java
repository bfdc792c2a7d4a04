package licet.ingest.hub;

import java.time.Duration;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/** Turns what the transport brings into results; every area of the Hub asks through this. */
final class Asker {
    private static final Duration UNSTATED_WAIT = Duration.ofMinutes(1);

    private final HubSettings settings;
    private final Endpoint endpoint;
    private final Transport transport;
    private final HubTiming timing;

    Asker(HubSettings settings, Transport transport, HubTiming timing) {
        this.settings = settings;
        this.endpoint = new Endpoint(settings.endpoint());
        this.transport = transport;
        this.timing = timing;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    HubSettings settings() {
        return settings;
    }

    <T> HubResult<Reply.Read<T>> ask(Asking<T> asking, ProblemReader.Target target) {
        return switch (transport.ask(asking)) {
            case Transport.Outcome.Answered<T>(Reply<T> reply) -> judge(reply, target);
            case Transport.Outcome.Postponed<T>(String reason, Duration after) ->
                new HubResult.Refused<>(new HubProblem.RateLimited(HubProblem.Detail.of(reason), after));
            case Transport.Outcome.TooLarge<T>(String reason) ->
                new HubResult.Refused<>(new HubProblem.TooLarge(HubProblem.Detail.of(reason)));
            case Transport.Outcome.Broken<T>(String reason) -> failed(reason);
        };
    }

    HubResult<HubJson.Document> json(HttpUrl url, ProblemReader.Target target) {
        long cap = settings.limits().jsonBytes();
        return ask(new JsonAsking(Outgoing.get(url), cap), target).map(Reply.Read::value);
    }

    <I> HubResult<Page<I>> page(HttpUrl url, Pager pager, ProblemReader.Target target, ItemReader<I> item) {
        long cap = settings.limits().jsonBytes();
        return ask(new PageAsking<>(url, endpoint, pager, item, cap), target).map(Reply.Read::value);
    }

    <I> HubResult<Boolean> pages(
            HttpUrl first, Pager pager, ProblemReader.Target target, ItemReader<I> item, Predicate<Page<I>> wantsMore) {
        return PageWalk.run(first, pager, url -> page(url, pager, target, item), wantsMore);
    }

    private <T> HubResult<Reply.Read<T>> judge(Reply<T> reply, ProblemReader.Target target) {
        return switch (reply) {
            case Reply.Read<T> read -> new HubResult.Found<>(read);
            case Reply.Error<T> error -> {
                Duration after =
                        Backoff.asked(error.head(), timing.clock().instant()).orElse(UNSTATED_WAIT);
                yield new HubResult.Refused<>(ProblemReader.read(error, target, after));
            }
        };
    }

    static <T> HubResult<T> failed(String reason) {
        return new HubResult.Refused<>(new HubProblem.Failed(HubProblem.Detail.of(reason)));
    }
}
