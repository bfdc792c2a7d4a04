package licet.ingest.local;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a list of models in CSV or JSON, which one its first character tells. */
public final class ModelListReader {
    /** Of a whole list. */
    public static final int MAX_BYTES = 8 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ModelListReader() {}

    public static ModelListResult read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return rejected("the list is larger than " + MAX_BYTES + " bytes: split it");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return read(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return rejected("the list is not in UTF-8");
        }
    }

    private static ModelListResult read(String text) {
        var entries = new ListEntries();
        String start = text.stripLeading();
        if (start.startsWith("[") || start.startsWith("{")) {
            JsonModelList.read(text, entries);
        } else {
            CsvModelList.read(text, entries);
        }
        return entries.result();
    }

    private static ModelListResult rejected(String message) {
        return new ModelListResult.Rejected(List.of(new ModelListResult.LineProblem(0, 0, "", message)));
    }
}
