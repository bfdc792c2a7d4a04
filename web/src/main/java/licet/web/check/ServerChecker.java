package licet.web.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import licet.rules.explain.VerdictDocument;
import licet.rules.format.CanonicalJson;

/** Asks the gate of a registry. */
public final class ServerChecker implements Checker {
    private final ServerClient client;
    private final String deployment;
    private final Duration wait;

    /** @param wait how long a model may take to be read that is not on record */
    public ServerChecker(ServerClient client, String deployment, Duration wait) {
        this.client = client;
        this.deployment = deployment;
        this.wait = wait;
    }

    @Override
    public String deployment() {
        return deployment;
    }

    @Override
    public Checked check(Reference reference) {
        return switch (reference.subject()) {
            case Reference.Subject.Named(var written) ->
                ask(reference, "/api/v1/gate?report=true&model=" + ServerClient.encoded(written) + "&" + use());
            case Reference.Subject.Hashed(var sha256, var _) ->
                ask(reference, "/api/v1/gate/files/" + sha256 + "?report=true&" + use());
            case Reference.Subject.Folder _ -> Checked.failed(reference, CheckTexts.get("folder-server"));
        };
    }

    private String use() {
        return "deployment=" + ServerClient.encoded(deployment);
    }

    private Checked ask(Reference reference, String path) {
        long end = System.nanoTime() + wait.toNanos();
        var reply = client.get(path);
        while (reply.isGood() && reply.retryAfter().isPresent() && System.nanoTime() < end) {
            pause(Math.min(reply.retryAfter().getAsLong(), 5));
            reply = client.get(path);
        }
        return answer(reference, reply);
    }

    private static Checked answer(Reference reference, ServerClient.Reply reply) {
        if (reply.status() == 404 && reference.subject() instanceof Reference.Subject.Hashed) {
            return Checked.unknown(reference, CheckTexts.get("file-unknown"));
        }
        if (!reply.isGood()) {
            return Checked.failed(reference, CheckTexts.get("server-refused", Problems.said(reply)));
        }
        try {
            var page = Optional.ofNullable(CanonicalJson.read(reply.body(), JsonNode.class)
                    .path("page")
                    .textValue());
            return Checked.of(reference, CanonicalJson.read(reply.body(), VerdictDocument.class), page);
        } catch (IllegalArgumentException malformed) {
            return Checked.failed(reference, CheckTexts.get("server-refused", String.valueOf(malformed.getMessage())));
        }
    }

    private static void pause(long seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(Math.max(1, seconds)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CheckProblem("server-silent", "", "interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
