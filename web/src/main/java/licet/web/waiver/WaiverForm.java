package licet.web.waiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.server.multipart.MultipartBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.instrument.NewPaper;
import licet.registry.waiver.NewWaiver;
import licet.registry.waiver.WaiverText;
import licet.web.layout.SentParts;

/**
 * The fields as they were typed, and what was chosen beside them.
 *
 * @param fields by name; those that were left empty need not be there
 */
public record WaiverForm(Map<String, String> fields, Optional<NewPaper.File> document) {
    private static final String DOCUMENT = "document";
    private static final String TEXT = "text";

    public WaiverForm {
        fields = Map.copyOf(fields);
    }

    /** What the address brings along from a reason of a verdict. */
    static WaiverForm of(HttpParameters given) {
        var fields = new HashMap<String, String>();
        for (var name : List.of("finding", "model", "source", "deployment")) {
            given.getFirst(name).ifPresent(value -> fields.put(name, value));
        }
        return new WaiverForm(fields, Optional.empty());
    }

    /** Browsers send a part without a name where no file was chosen. */
    static WaiverForm of(MultipartBody body) {
        var fields = new HashMap<String, String>();
        Optional<NewPaper.File> document = Optional.empty();
        for (var part : SentParts.of(body)) {
            var file = part.file().filter(chosen -> !chosen.name().isBlank());
            if (file.isPresent() && part.name().equals(DOCUMENT)) {
                document = file.map(chosen -> new NewPaper.File(chosen.name(), chosen.type(), part.bytes()));
            } else if (part.file().isEmpty()) {
                fields.put(part.name(), new String(part.bytes(), UTF_8));
            }
        }
        return new WaiverForm(fields, document);
    }

    /** What stands in a field, by its name. */
    public String value(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    Optional<String> find(String field) {
        return Optional.of(value(field)).filter(text -> !text.isEmpty());
    }

    /** Whether it is for every model with the same text. */
    public boolean everyModel() {
        return value("reach").equals(TEXT);
    }

    /** @throws licet.registry.platform.problem.ProblemException malformed, naming the field */
    NewWaiver wish() {
        return new NewWaiver(
                value("finding"),
                find("source"),
                WaiverText.model(value("model")),
                WaiverText.deployment(value("deployment")),
                everyModel(),
                value("reason"),
                WaiverText.moment(value("until")),
                find("evidenceLink"),
                document.map(file -> WaiverText.document(file.name(), file.type(), file.bytes())));
    }
}
