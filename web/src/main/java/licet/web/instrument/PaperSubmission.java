package licet.web.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.server.multipart.MultipartBody;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.instrument.NewPaper;
import licet.web.layout.SentParts;

/** A form that came with a document, or without. */
record PaperSubmission(PaperForm form, Optional<NewPaper.File> document) {
    private static final String DOCUMENT = "document";

    static PaperSubmission of(MultipartBody body) {
        var parts = SentParts.of(body);
        var fields = new HashMap<String, String>();
        parts.stream()
                .filter(part -> part.file().isEmpty())
                .forEach(part -> fields.put(part.name(), new String(part.bytes(), UTF_8)));
        var document = parts.stream()
                .filter(part -> part.name().equals(DOCUMENT))
                .flatMap(PaperSubmission::document)
                .findFirst();
        return new PaperSubmission(PaperForm.of(fields), document);
    }

    /** Browsers send a part without a name where nothing was chosen. */
    private static Stream<NewPaper.File> document(SentParts.Part part) {
        return part.file().stream()
                .filter(file -> !file.name().isBlank())
                .map(file -> new NewPaper.File(file.name(), file.type(), part.bytes()));
    }

    String json() {
        return form.json(document);
    }
}
