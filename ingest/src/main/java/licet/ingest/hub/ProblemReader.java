package licet.ingest.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** Maps an error reply to its meaning, by the Hub's error headers first. */
final class ProblemReader {
    private static final String DISABLED = "Access to this resource is disabled.";
    private static final String BAD_CREDENTIALS = "Invalid credentials in Authorization header";
    private static final int LONGEST = 500;
    private static final JsonMapper JSON = new JsonMapper();

    /** Only below a repository's own address does a bare 401 mean that there is no such repository. */
    enum Target {
        REPOSITORY,
        LISTING,
        /** Accounts and collections: what is missing there says so with its status alone. */
        PAGE
    }

    private ProblemReader() {}

    static HubProblem read(Reply.Error<?> reply, Target target, Duration retryAfter) {
        var detail = new HubProblem.Detail(message(reply), requestId(reply));
        String code = reply.head().header("X-Error-Code").orElse("");
        return switch (code) {
            case "RevisionNotFound" -> new HubProblem.MissingRevision(detail);
            case "EntryNotFound" -> new HubProblem.MissingEntry(detail);
            case "GatedRepo" -> new HubProblem.Gated(detail);
            case "RepoNotFound" -> new HubProblem.MissingRepository(detail);
            default -> withoutCode(reply, target, detail, retryAfter);
        };
    }

    private static HubProblem withoutCode(
            Reply.Error<?> reply, Target target, HubProblem.Detail detail, Duration retryAfter) {
        String said = reply.head().header("X-Error-Message").orElse("");
        if (said.equals(DISABLED)) {
            return new HubProblem.Disabled(detail);
        }
        return switch (reply.head().status()) {
            case 401 -> unauthorized(said, target, detail);
            case 403 -> new HubProblem.Unauthorized(detail);
            case 429 -> new HubProblem.RateLimited(detail, retryAfter);
            case 404 -> target == Target.PAGE ? new HubProblem.MissingPage(detail) : new HubProblem.Failed(detail);
            default -> new HubProblem.Failed(detail);
        };
    }

    private static HubProblem unauthorized(String said, Target target, HubProblem.Detail detail) {
        if (said.equals(BAD_CREDENTIALS)) {
            return new HubProblem.InvalidToken(detail);
        }
        return target == Target.REPOSITORY
                ? new HubProblem.MissingRepository(detail)
                : new HubProblem.Unauthorized(detail);
    }

    private static String requestId(Reply.Error<?> reply) {
        return reply.head()
                .header("X-Request-Id")
                .or(() -> reply.head().header("X-Amzn-Trace-Id"))
                .or(() -> reply.head().header("x-amz-cf-id"))
                .orElse("");
    }

    /** The status, then what header and body say, each once, on one line. */
    private static String message(Reply.Error<?> reply) {
        SequencedSet<String> said = new LinkedHashSet<>();
        reply.head().header("X-Error-Message").ifPresent(said::add);
        said.addAll(bodyMessages(reply));
        String text = said.stream()
                .map(s -> Secrets.hide(s).replaceAll("\\s+", " ").strip())
                .filter(s -> !s.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        String whole = "HTTP " + reply.head().status() + (text.isEmpty() ? "" : ": " + text);
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…";
    }

    private static List<String> bodyMessages(Reply.Error<?> reply) {
        String text = reply.words().text();
        try {
            JsonNode body = JSON.readTree(text);
            return body.isObject() ? jsonMessages(body) : List.of();
        } catch (JsonProcessingException e) {
            return List.of(text);
        }
    }

    private static List<String> jsonMessages(JsonNode body) {
        List<String> messages = new ArrayList<>();
        JsonNode error = body.path("error");
        if (error.isArray()) {
            error.forEach(e -> messages.add(e.asText()));
        } else {
            messages.add(error.asText(""));
        }
        messages.add(body.path("error_description").asText(""));
        body.path("errors").forEach(e -> messages.add(e.path("message").asText("")));
        return messages;
    }
}
