package licet.ingest.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** What came of reading a header: the value, or the reason why there is none. */
public sealed interface HeaderResult<T> {
    record Read<T>(T value) implements HeaderResult<T> {}

    record Refused<T>(WeightsProblem problem) implements HeaderResult<T> {}

    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Everything that a reader throws becomes a problem of its kind. */
    static <T> HeaderResult<T> of(Reading<T> reading) {
        try {
            return new Read<>(reading.read());
        } catch (IOException e) {
            return new Refused<>(problem(e));
        }
    }

    private static WeightsProblem problem(IOException e) {
        return switch (e) {
            case RefusedHeader refused -> refused.problem();
            case CharacterCodingException _ ->
                new WeightsProblem(WeightsProblem.Kind.NOT_UTF8, "the header is not in UTF-8");
            case StreamConstraintsException excess ->
                new WeightsProblem(WeightsProblem.Kind.TOO_LARGE, excess.getOriginalMessage());
            case JsonProcessingException json ->
                new WeightsProblem(WeightsProblem.Kind.MALFORMED, json.getOriginalMessage());
            default -> new WeightsProblem(WeightsProblem.Kind.READ_FAILED, String.valueOf(e.getMessage()));
        };
    }
}
