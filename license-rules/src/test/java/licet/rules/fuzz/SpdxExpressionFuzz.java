package licet.rules.fuzz;

import java.nio.charset.StandardCharsets;
import licet.rules.spdx.SpdxParse;
import licet.rules.spdx.SpdxParser;

/** An expression is read, and then reads the same when it is written, or it is refused with a place. */
public final class SpdxExpressionFuzz {
    private SpdxExpressionFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        switch (SpdxParser.parse(new String(input, StandardCharsets.UTF_8))) {
            case SpdxParse.Valid(var expression) -> {
                String written = expression.written();
                if (!(SpdxParser.parse(written) instanceof SpdxParse.Valid(var again))
                        || !again.written().equals(written)) {
                    throw new AssertionError("not read back: " + written);
                }
            }
            case SpdxParse.Invalid error -> Refusals.check(java.util.List.of(error));
        }
    }
}
