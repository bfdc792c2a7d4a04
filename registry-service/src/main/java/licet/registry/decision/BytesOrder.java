package licet.registry.decision;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The order that PostgreSQL's collation C gives texts: by their bytes. */
final class BytesOrder {
    private BytesOrder() {}

    static int compare(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
