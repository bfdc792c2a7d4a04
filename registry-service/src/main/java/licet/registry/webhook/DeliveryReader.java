package licet.registry.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.StreamSupport;
import licet.ingest.hub.RepoId;
import licet.registry.platform.Sha256;

/** Reads the payload of version 3. Fields that are not needed may be missing: later versions move them. */
final class DeliveryReader {
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build());
    private static final String MAIN = "refs/heads/main";

    private DeliveryReader() {}

    static Delivery read(byte[] body) {
        try {
            return read(JSON.readTree(body));
        } catch (IOException notJson) {
            return new Delivery.Malformed("/");
        }
    }

    private static Delivery read(JsonNode json) {
        var scope = text(json, "/event/scope");
        var type = text(json, "/repo/type");
        if (scope.isEmpty() || type.isEmpty()) {
            return new Delivery.Malformed(scope.isEmpty() ? "/event/scope" : "/repo/type");
        }
        boolean concerns = type.get().equals("model") && isOfRepository(scope.get()) && touchesMain(json);
        return concerns ? changed(json) : new Delivery.Ignored();
    }

    /** Scopes are prefixes: the Hub adds narrower ones as it likes. */
    private static boolean isOfRepository(String scope) {
        return scope.equals("repo") || scope.startsWith("repo.");
    }

    /** A message that names no branches is about the repository as a whole. */
    private static boolean touchesMain(JsonNode json) {
        JsonNode refs = json.path("updatedRefs");
        return !refs.isArray()
                || refs.isEmpty()
                || StreamSupport.stream(refs.spliterator(), false)
                        .anyMatch(ref -> ref.path("ref").asText("").equals(MAIN));
    }

    private static Delivery changed(JsonNode json) {
        String field = text(json, "/movedTo/name").isPresent() ? "/movedTo/name" : "/repo/name";
        return text(json, field)
                .flatMap(RepoId::find)
                .<Delivery>map(model -> new Delivery.Changed(model, cause(json)))
                .orElseGet(() -> new Delivery.Malformed(field));
    }

    /** The Hub numbers no deliveries, so what happened is the number. */
    private static String cause(JsonNode json) {
        String happened = String.join(
                "\n",
                text(json, "/event/action").orElse(""),
                text(json, "/event/scope").orElse(""),
                text(json, "/repo/id").orElse(""),
                text(json, "/repo/headSha").orElse(""),
                text(json, "/movedTo/name").orElse(""),
                json.path("updatedRefs").toString(),
                json.path("updatedConfig").toString());
        return HexFormat.of().formatHex(Sha256.of(happened), 0, 12);
    }

    private static Optional<String> text(JsonNode json, String pointer) {
        return Optional.of(json.at(pointer)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
