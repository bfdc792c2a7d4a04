package licet.ingest.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/** Asks the Hub. Safe for many threads, which then share one quota; nothing here throws for what a server does. */
public final class HubClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(200).build())
            .build());
    private static final Duration UNSTATED_WAIT = Duration.ofMinutes(1);

    private final HubSettings settings;
    private final Endpoint endpoint;
    private final Transport transport;
    private final HubTiming timing;

    public HubClient(HubSettings settings, HubTiming timing) {
        this(settings, timing, Dns.SYSTEM);
    }

    HubClient(HubSettings settings, HubTiming timing, Dns dns) {
        this.settings = settings;
        this.endpoint = new Endpoint(settings.endpoint());
        this.timing = timing;
        this.transport = new Transport(settings, timing, dns);
    }

    /** The model with its files' sizes and hashes. The id of the answer can differ: the repository was renamed. */
    public HubResult<Answer<ModelInfo>> modelInfo(RepoId id, Revision revision) {
        String path =
                "api/models/" + repo(id) + (revision.equals(Revision.MAIN) ? "" : "/revision/" + revision.encoded());
        HttpUrl url = endpoint.path(path)
                .addQueryParameter("blobs", "true")
                .addQueryParameter("securityStatus", "true")
                .build();
        return json(url, ProblemReader.Target.REPOSITORY).flatMap(reply -> info(reply.body()));
    }

    /** The bytes of a small file. A larger one than the cap is refused, never cut. */
    public HubResult<Payload> file(RepoId id, Revision revision, RepoPath path) {
        HttpUrl url = endpoint.path(repo(id) + "/resolve/" + revision.encoded() + "/" + path.encoded())
                .build();
        long cap = settings.limits().textBytes();
        return ask(new Transport.Ask(url, "resolvers", cap, body -> true), ProblemReader.Target.REPOSITORY)
                .map(Reply::body);
    }

    /** Every file below a revision. */
    public HubResult<List<RepoFile>> tree(RepoId id, Revision revision) {
        HttpUrl url = endpoint.path("api/models/" + repo(id) + "/tree/" + revision.encoded())
                .addQueryParameter("recursive", "true")
                .build();
        var files = new ArrayList<RepoFile>();
        return everyPage(url, ProblemReader.Target.REPOSITORY, page -> {
                    page.forEach(entry -> TreeReader.find(entry).ifPresent(files::add));
                    return page.size() > 0;
                })
                .map(_ -> List.copyOf(files));
    }

    /** The models that match; each once, also where pages overlap. */
    public HubResult<List<ModelInfo>> listModels(ModelQuery query) {
        if (query.limit() == 0) {
            return new HubResult.Found<>(List.of());
        }
        var found = new ModelList(query.limit());
        return everyPage(query.url(endpoint), ProblemReader.Target.LISTING, found::add)
                .map(_ -> found.models());
    }

    @Override
    public void close() {
        transport.close();
    }

    @FunctionalInterface
    private interface PageReader {
        /** False when no further page is wanted. */
        boolean read(JsonNode page);
    }

    private HubResult<Boolean> everyPage(HttpUrl first, ProblemReader.Target target, PageReader reader) {
        HttpUrl url = first;
        Set<String> seen = new HashSet<>();
        while (true) {
            HubResult<Reply> result = json(url, target);
            if (!(result instanceof HubResult.Found<Reply>(Reply reply))) {
                return result.map(_ -> false);
            }
            JsonNode page = parse(reply.body()).orElseThrow();
            if (!page.isArray()) {
                return failed("a page is not a list");
            }
            NextPage.Step step = NextPage.read(reply.headers().values("Link"), url, endpoint);
            if (!reader.read(page) || step instanceof NextPage.Step.End) {
                return new HubResult.Found<>(true);
            }
            if (step instanceof NextPage.Step.Refused(String reason)) {
                return failed(reason);
            }
            String cursor = ((NextPage.Step.Cursor) step).value();
            if (!seen.add(cursor)) {
                return new HubResult.Found<>(true);
            }
            url = first.newBuilder().setQueryParameter("cursor", cursor).build();
        }
    }

    private HubResult<Reply> json(HttpUrl url, ProblemReader.Target target) {
        long cap = settings.limits().jsonBytes();
        return ask(new Transport.Ask(url, "api", cap, body -> parse(body).isPresent()), target);
    }

    private HubResult<Reply> ask(Transport.Ask ask, ProblemReader.Target target) {
        return switch (transport.get(ask)) {
            case Transport.Outcome.Answered(Reply reply) -> judge(reply, ask, target);
            case Transport.Outcome.Postponed(String reason, Duration after) ->
                new HubResult.Refused<>(new HubProblem.RateLimited(HubProblem.Detail.of(reason), after));
            case Transport.Outcome.Broken(String reason) -> failed(reason);
        };
    }

    private HubResult<Reply> judge(Reply reply, Transport.Ask ask, ProblemReader.Target target) {
        if (!reply.successful()) {
            Duration after = Backoff.asked(reply, timing.clock().instant()).orElse(UNSTATED_WAIT);
            return new HubResult.Refused<>(ProblemReader.read(reply, target, after));
        }
        return reply.cut()
                ? new HubResult.Refused<>(new HubProblem.TooLarge(
                        HubProblem.Detail.of("the body is larger than " + ask.cap() + " bytes")))
                : new HubResult.Found<>(reply);
    }

    private static HubResult<Answer<ModelInfo>> info(Payload body) {
        return parse(body)
                .flatMap(ModelInfoReader::find)
                .<HubResult<Answer<ModelInfo>>>map(info -> new HubResult.Found<>(new Answer<>(info, body)))
                .orElseGet(() -> failed("the answer names no repository"));
    }

    private static Optional<JsonNode> parse(Payload body) {
        try {
            return Optional.of(JSON.readTree(body.bytes())).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static String repo(RepoId id) {
        return id.value();
    }

    private static <T> HubResult<T> failed(String reason) {
        return new HubResult.Refused<>(new HubProblem.Failed(HubProblem.Detail.of(reason)));
    }
}
