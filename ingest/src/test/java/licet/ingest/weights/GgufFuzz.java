package licet.ingest.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A header is read, or refused with a reason; nothing is counted that the file cannot hold. */
public final class GgufFuzz {
    private GgufFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        read(input);
        if (input.length >= 24) {
            byte[] patched = input.clone();
            // The first bytes are set right, so that what follows them is reached.
            ByteBuffer.wrap(patched)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x46554747)
                    .putInt(3);
            read(patched);
        }
    }

    private static void read(byte[] input) {
        SafetensorsFuzz.requireBelievable(
                new WeightsReader(path -> MemorySource.of(input)).readGguf(List.of("m.gguf")), input.length);
    }
}
