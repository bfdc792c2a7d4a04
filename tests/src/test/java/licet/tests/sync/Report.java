package licet.tests.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * How a run of a child process ended.
 *
 * @param state as the product names it
 * @param peakHeap bytes in use after any collection during the run, at most
 * @param liveHeap bytes in use after a full collection at its end
 */
record Report(
        String state,
        long listed,
        long changed,
        long examined,
        long notRead,
        long requests,
        long millis,
        long peakHeap,
        long liveHeap) {
    private static final JsonMapper JSON = new JsonMapper();

    static Report parse(String line) {
        try {
            return JSON.readValue(line, Report.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
