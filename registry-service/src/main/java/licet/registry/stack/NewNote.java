package licet.registry.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.RequestJson;

/** A note as somebody writes it. */
public record NewNote(SlotNote.Kind kind, String words, Optional<SlotNote.Figure> figure) {
    private static final int LONGEST = 4_000;
    private static final int LONGEST_UNIT = 40;
    private static final int MOST_DIGITS = 30;

    public NewNote {
        if (words.isBlank() || words.length() > LONGEST) {
            throw NewStack.malformed("/words", words, "write 1 to 4000 characters");
        }
    }

    public static NewNote parse(String body) {
        var json = RequestJson.parse(body, "kind", "words", "figure", "unit");
        var word = json.text("kind");
        return new NewNote(
                ClosedChoice.find(SlotNote.Kind.class, word)
                        .orElseThrow(() -> NewStack.malformed("/kind", word, "use cost, quality or other")),
                json.text("words").strip(),
                figure(
                        json.find("figure")
                                .map(JsonNode::asText)
                                .map(String::strip)
                                .filter(text -> !text.isEmpty()),
                        NewFilling.given(json, "unit")));
    }

    private static Optional<SlotNote.Figure> figure(Optional<String> figure, Optional<String> unit) {
        if (figure.isEmpty() != unit.isEmpty()) {
            throw NewStack.malformed(
                    figure.isEmpty() ? "/figure" : "/unit", null, "a figure has a unit, and a unit a figure");
        }
        unit.filter(text -> text.length() > LONGEST_UNIT).ifPresent(text -> {
            throw NewStack.malformed("/unit", text, "write at most 40 characters");
        });
        return figure.map(text -> new SlotNote.Figure(number(text), unit.orElseThrow()));
    }

    private static BigDecimal number(String text) {
        if (!text.matches("-?[0-9]{1,20}(\\.[0-9]{1,9})?") || text.length() > MOST_DIGITS) {
            throw NewStack.malformed("/figure", text, "write a number such as 12500 or 0.85");
        }
        return new BigDecimal(text);
    }
}
