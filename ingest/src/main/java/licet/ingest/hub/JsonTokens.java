package licet.ingest.hub;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * The reads of {@link JsonFields} for a value that the parser stands on. The usual shapes come without a tree; any other
 * is read to its end and means the same as there.
 */
final class JsonTokens {
    private JsonTokens() {}

    static Optional<String> text(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return Optional.of(json.getText());
        }
        if (token.isNumeric()) {
            return Optional.of(HubJson.tree(json).asText());
        }
        json.skipChildren();
        return Optional.empty();
    }

    /** Zero for what is no whole number or too large a one. */
    static long number(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return json.getLongValue();
        }
        json.skipChildren();
        return 0;
    }

    static boolean flag(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> HubJson.tree(json).asBoolean(false);
        };
    }
}
