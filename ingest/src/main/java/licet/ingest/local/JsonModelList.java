package licet.ingest.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import licet.ingest.local.ListEntries.Cell;

/** A list of names, or of objects with an {@code id} and a {@code revision}; alone, or under {@code models}. */
final class JsonModelList {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(10_000)
                    .build())
            .build();

    private JsonModelList() {}

    static void read(String text, ListEntries into) {
        try (JsonParser json = JSON.createParser(text)) {
            readDocument(json, into);
        } catch (JsonProcessingException e) {
            into.refuse(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    "the JSON is broken: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readDocument(JsonParser json, ListEntries into) throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_OBJECT && !enterModels(json)) {
            into.refuse(0, "write a list of models, or an object with the list under \"models\"");
            return;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            into.refuse(line(json), "\"models\" must be a list");
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            readEntry(json, into);
        }
        if (json.nextToken() != null && first == JsonToken.START_ARRAY) {
            into.refuse(line(json), "there is more after the list");
        }
    }

    private static boolean enterModels(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            if (name.equals("models")) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }

    private static void readEntry(JsonParser json, ListEntries into) throws IOException {
        int line = line(json);
        switch (json.currentToken()) {
            case VALUE_STRING -> into.add(cell(json), Cell.missing(line));
            case START_OBJECT -> readObject(json, line, into);
            default -> {
                Cell found = new Cell(line, json.currentTokenLocation().getColumnNr(), "");
                json.skipChildren();
                into.refuse(found, "", "write a name, or an object with \"id\" and \"revision\"");
            }
        }
    }

    private static void readObject(JsonParser json, int line, ListEntries into) throws IOException {
        Cell model = Cell.missing(line);
        Cell revision = Cell.missing(line);
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (value != JsonToken.VALUE_STRING) {
                json.skipChildren();
            } else if (name.equals("id") || name.equals("model")) {
                model = cell(json);
            } else if (name.equals("revision")) {
                revision = cell(json);
            }
        }
        if (model.text().isBlank()) {
            into.refuse(model, "model", "the object has no \"id\"");
        } else {
            into.add(model, revision);
        }
    }

    private static Cell cell(JsonParser json) throws IOException {
        JsonLocation at = json.currentTokenLocation();
        return new Cell(at.getLineNr(), at.getColumnNr(), Objects.requireNonNull(json.getText()));
    }

    private static int line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }
}
