package licet.registry.bom;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads what models a document of CycloneDX or SPDX names, in JSON. Everything in it is taken for hostile. */
public final class BomReader {
    public static final int MAX_BYTES = 4 << 20;
    private static final int DEEPEST = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BomReader() {}

    /** Why a document is not read. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String why) {
            super(why);
        }
    }

    public static Bom read(byte[] document) throws Unreadable {
        if (document.length > MAX_BYTES) {
            throw new Unreadable("is larger than " + MAX_BYTES + " bytes");
        }
        var root = tree(document);
        if (root.path("bomFormat").asText().equals("CycloneDX")) {
            return CycloneDxReader.read(root);
        }
        if (root.path("spdxVersion").isTextual()) {
            return SpdxReader.readPackages(root);
        }
        if (root.path("@graph").isArray()) {
            return SpdxReader.readGraph(root);
        }
        throw new Unreadable("is neither CycloneDX nor SPDX in JSON: it has no bomFormat, spdxVersion or @graph");
    }

    private static JsonNode tree(byte[] document) throws Unreadable {
        try {
            return MAPPER.readTree(document);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new Unreadable("is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Unreadable("is not JSON");
        }
    }
}
