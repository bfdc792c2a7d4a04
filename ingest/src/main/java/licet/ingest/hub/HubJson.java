package licet.ingest.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Consumer;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;

/** Reads JSON bodies, whole or item by item. */
final class HubJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(200).build())
            .build();
    private static final int GZIP_MAGIC = 0x1f8b;

    private HubJson() {}

    /** Loaded with the first tree: a list of models is read without any. */
    private static final class Trees {
        private static final JsonMapper MAPPER = new JsonMapper(JSON);
    }

    /** A whole answer: what was read, beside the bytes. */
    record Document(JsonNode json, Payload raw) {}

    static Document document(BufferedSource body, long cap) throws IOException {
        byte[] bytes = plain(body, cap).readByteArray();
        try {
            JsonNode json = Trees.MAPPER.readTree(bytes);
            if (!json.isContainerNode()) {
                throw BodyException.damaged("the body is no JSON object");
            }
            return new Document(json, Payload.wrap(bytes));
        } catch (JsonProcessingException e) {
            throw BodyException.damaged("the body is damaged");
        }
    }

    /**
     * Hands on the items of a list one by one, those of use, so that no more than one of them is held in its long form.
     *
     * @return how many there were, of use or not
     */
    static <I> int items(BufferedSource body, long cap, ItemReader<I> reader, Consumer<I> found) throws IOException {
        try (JsonParser parser = JSON.createParser(plain(body, cap).inputStream())) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                // An object that breaks off was no object yet: reading it to its end tells.
                parser.skipChildren();
                parser.nextToken();
                throw BodyException.wrongShape("a page is not a list");
            }
            if (first != JsonToken.START_ARRAY) {
                throw BodyException.damaged("the body is damaged");
            }
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                reader.read(parser).ifPresent(found);
                count++;
            }
            return count;
        } catch (JsonProcessingException e) {
            throw BodyException.damaged("the body is damaged");
        }
    }

    /** The value that the parser stands on. */
    static JsonNode tree(JsonParser parser) throws IOException {
        return Trees.MAPPER.readTree(parser);
    }

    /** Some caches pass on compressed bodies without saying so; JSON never starts with these two bytes. */
    private static BufferedSource plain(BufferedSource body, long cap) throws IOException {
        boolean compressed = body.request(2) && (body.peek().readShort() & 0xffff) == GZIP_MAGIC;
        return compressed ? Okio.buffer(new CappedSource(new GzipSource(body), cap)) : body;
    }
}
