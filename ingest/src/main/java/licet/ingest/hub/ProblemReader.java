package licet.ingest.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Maps an error reply to its meaning, by the Hub's error headers first. */
final class ProblemReader {
    private static final String DISABLED = "Access to this resource is disabled.";
    private static final String BAD_CREDENTIALS = "Invalid credentials in Authorization header";
    private static final int LONGEST = 500;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SECRET = Pattern.compile("hf_\\w{4,}|(?<=[Bb]earer )\\S+");

    /** Only below a repository's own address does a bare 401 mean that there is no such repository. */
    enum Target {
        REPOSITORY,
        LISTING
    }

    private ProblemReader() {}

    static HubProblem read(Reply reply, Target target, Duration retryAfter) {
        var detail = new HubProblem.Detail(message(reply), requestId(reply));
        String code = reply.header("X-Error-Code").orElse("");
        return switch (code) {
            case "RevisionNotFound" -> new HubProblem.MissingRevision(detail);
            case "EntryNotFound" -> new HubProblem.MissingEntry(detail);
            case "GatedRepo" -> new HubProblem.Gated(detail);
            case "RepoNotFound" -> new HubProblem.MissingRepository(detail);
            default -> withoutCode(reply, target, detail, retryAfter);
        };
    }

    private static HubProblem withoutCode(Reply reply, Target target, HubProblem.Detail detail, Duration retryAfter) {
        String said = reply.header("X-Error-Message").orElse("");
        if (said.equals(DISABLED)) {
            return new HubProblem.Disabled(detail);
        }
        return switch (reply.status()) {
            case 401 ->
                said.equals(BAD_CREDENTIALS) || target == Target.LISTING
                        ? new HubProblem.Unauthorized(detail)
                        : new HubProblem.MissingRepository(detail);
            case 403 -> new HubProblem.Unauthorized(detail);
            case 429 -> new HubProblem.RateLimited(detail, retryAfter);
            default -> new HubProblem.Failed(detail);
        };
    }

    private static String requestId(Reply reply) {
        return reply.header("X-Request-Id")
                .or(() -> reply.header("X-Amzn-Trace-Id"))
                .or(() -> reply.header("x-amz-cf-id"))
                .orElse("");
    }

    /** The status, then what header and body say, each once, on one line. */
    private static String message(Reply reply) {
        SequencedSet<String> said = new LinkedHashSet<>();
        reply.header("X-Error-Message").ifPresent(said::add);
        said.addAll(bodyMessages(reply));
        String text = said.stream()
                .map(s -> SECRET.matcher(s)
                        .replaceAll("[hidden]")
                        .replaceAll("\\s+", " ")
                        .strip())
                .filter(s -> !s.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        String whole = "HTTP " + reply.status() + (text.isEmpty() ? "" : ": " + text);
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…";
    }

    private static List<String> bodyMessages(Reply reply) {
        String type = reply.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("html") || reply.cut()) {
            return List.of();
        }
        String text = reply.body().text();
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
