package licet.registry.decision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import licet.registry.catalog.FileHolders;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Answers as HTTP: a refusal is 403 with the whole answer, and only a permission is ever called unchanged. */
@Singleton
final class GateResponses {
    private static final String SOON = "5";
    private static final Duration NEAR = Duration.ofDays(90);

    private final Gate gate;
    private final Clock clock;

    GateResponses(Gate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** @param known the tag of the answer that the caller has */
    HttpResponse<byte[]> of(GateReply reply, boolean report, @Nullable String known) {
        var asOf = gate.asOf();
        var response = reply.permitted() && reply.tag().equals(known)
                ? HttpResponse.<byte[]>notModified()
                : sent(
                        reply.permitted(),
                        report,
                        asOf.map(at -> stating(reply.body(), at)).orElse(reply.body()));
        response.header(HttpHeaders.ETAG, reply.tag()).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        asOf.ifPresent(at -> response.header(HttpHeaders.AGE, age(at)));
        announce(reply.ending(), response);
        return reply.isOnRecord() ? response : response.header(HttpHeaders.RETRY_AFTER, SOON);
    }

    /** @param holders every repository that holds the file, the one that the answer is about first */
    HttpResponse<byte[]> ofFile(GateReply reply, boolean report, String sha256, List<FileHolders.Holder> holders) {
        var body = tree(reply.body());
        body.put("sha256", sha256);
        body.set("holders", CanonicalJson.read(CanonicalJson.write(holders), ArrayNode.class));
        return sent(reply.permitted(), report, bytes(body));
    }

    static MutableHttpResponse<byte[]> sent(boolean permitted, boolean report, byte[] body) {
        return HttpResponse.<byte[]>status(permitted || report ? HttpStatus.OK : HttpStatus.FORBIDDEN)
                .body(body)
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** An answer that is older than the lease says so. */
    private static byte[] stating(byte[] body, Instant asOf) {
        var whole = tree(body);
        whole.put("asOf", asOf.toString());
        return bytes(whole);
    }

    /** RFC 9745 and RFC 8594: the permission goes out of use, and when. */
    private void announce(GateReply.Ending ending, MutableHttpResponse<?> response) {
        ending.deprecated().ifPresent(since -> response.header("Deprecation", "@" + since.getEpochSecond()));
        ending.sunset()
                .filter(at -> at.isBefore(clock.instant().plus(NEAR)))
                .ifPresent(at -> response.header(
                        "Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC))));
    }

    private String age(Instant asOf) {
        return Long.toString(Duration.between(asOf, clock.instant()).toSeconds());
    }

    private static ObjectNode tree(byte[] body) {
        return CanonicalJson.read(new String(body, StandardCharsets.UTF_8), ObjectNode.class);
    }

    static byte[] bytes(Object body) {
        return CanonicalJson.write(body).getBytes(StandardCharsets.UTF_8);
    }
}
