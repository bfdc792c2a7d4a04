package licet.web.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.server.multipart.MultipartBody;
import java.util.Optional;
import licet.registry.approval.Conversation;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.SentParts;

/** A document with what somebody says about it. */
record SentDocument(String words, Optional<SentParts.Part> part) {
    static SentDocument of(MultipartBody body) {
        var parts = SentParts.of(body);
        return new SentDocument(
                parts.stream()
                        .filter(part ->
                                part.name().equals("words") && part.file().isEmpty())
                        .map(part -> new String(part.bytes(), UTF_8).strip())
                        .findFirst()
                        .orElse(""),
                parts.stream()
                        .filter(part -> part.name().equals("document"))
                        .filter(part -> part.file()
                                .filter(file -> !file.name().isBlank())
                                .isPresent())
                        .findFirst());
    }

    Conversation.Document document() {
        var chosen = part.filter(one -> one.bytes().length > 0)
                .orElseThrow(() -> new RegistryProblem.Malformed("/document", null, "choose a file that is not empty")
                        .asException());
        var file = chosen.file().orElseThrow();
        String type = file.type().isBlank() ? "application/octet-stream" : file.type();
        return new Conversation.Document(file.name(), type, chosen.bytes(), words);
    }
}
