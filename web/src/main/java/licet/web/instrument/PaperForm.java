package licet.web.instrument;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpParameters;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.instrument.NewPaper;
import org.jspecify.annotations.Nullable;

/** The fields as they were typed; empty where nothing was. Lists are written with commas or lines between. */
@Serdeable
public record PaperForm(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String party,
        @Nullable String statement,
        @Nullable String text,
        @Nullable String textSha256,
        @Nullable String lifts,
        @Nullable String entities,
        @Nullable String deployments,
        @Nullable String models,
        @Nullable String acts,
        @Nullable String places,
        @Nullable String from,
        @Nullable String until,
        @Nullable String privileged) {
    private static final List<String> TEXTS =
            List.of("kind", "title", "party", "statement", "text", "textSha256", "from", "until", "privileged");
    private static final List<String> LISTS = List.of("lifts", "entities", "deployments", "models", "acts", "places");

    /** What the address brings along, for instance from a reason of a verdict. */
    static PaperForm of(HttpParameters given) {
        return new PaperForm(
                given.getFirst("kind").orElse("agreement"),
                given.getFirst("title").orElse(""),
                "",
                "",
                given.getFirst("text").orElse(""),
                given.getFirst("textSha256").orElse(""),
                given.getFirst("lifts").orElse(""),
                given.getFirst("entities").orElse(""),
                given.getFirst("deployments").orElse(""),
                given.getFirst("models").orElse(""),
                "",
                "",
                "",
                "",
                "");
    }

    /** @param sent fields by name */
    static PaperForm of(Map<String, String> sent) {
        return new PaperForm(
                sent.get("kind"),
                sent.get("title"),
                sent.get("party"),
                sent.get("statement"),
                sent.get("text"),
                sent.get("textSha256"),
                sent.get("lifts"),
                sent.get("entities"),
                sent.get("deployments"),
                sent.get("models"),
                sent.get("acts"),
                sent.get("places"),
                sent.get("from"),
                sent.get("until"),
                sent.get("privileged"));
    }

    /** What stands in a field, by its name. */
    public String value(String field) {
        var value = switch (field) {
            case "kind" -> kind;
            case "title" -> title;
            case "party" -> party;
            case "statement" -> statement;
            case "text" -> text;
            case "textSha256" -> textSha256;
            case "lifts" -> lifts;
            case "entities" -> entities;
            case "deployments" -> deployments;
            case "models" -> models;
            case "acts" -> acts;
            case "places" -> places;
            case "from" -> from;
            case "until" -> until;
            case "privileged" -> privileged;
            default -> throw new IllegalArgumentException("no field " + field);
        };
        return value == null ? "" : value.strip();
    }

    /** The same with entities and party, where nobody wrote any. */
    PaperForm suggesting(String entity, String licensor) {
        return new PaperForm(
                kind,
                title,
                value("party").isEmpty() ? licensor : party,
                statement,
                text,
                textSha256,
                lifts,
                value("entities").isEmpty() ? entity : entities,
                deployments,
                models,
                acts,
                places,
                from,
                until,
                privileged);
    }

    /** The same wish as programs write it, so that one reader finds what is wrong with it. */
    String json(Optional<NewPaper.File> document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        document.ifPresent(file -> json.putObject("document")
                .put("name", file.name())
                .put("type", file.type())
                .put("base64", Base64.getEncoder().encodeToString(file.bytes())));
        for (var field : TEXTS) {
            if (!value(field).isEmpty()) {
                json.put(field, value(field));
            }
        }
        for (var field : LISTS) {
            var all = json.putArray(field);
            Arrays.stream(value(field).split("[,\\n]"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(all::add);
        }
        return json.toString();
    }
}
