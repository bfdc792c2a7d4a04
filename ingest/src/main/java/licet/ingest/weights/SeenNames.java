package licet.ingest.weights;

import java.util.Arrays;

/**
 * Notices a repeated name among many, in eight bytes each. Two different names pass for one in a file of a hundred thousand
 * once in billions of files, and a file that provokes it is only refused.
 */
final class SeenNames {
    private long[] hashes = new long[64];
    private int count;

    void add(String name) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        hashes[count++] = hash(name);
    }

    void requireDistinct() throws RefusedHeader {
        Arrays.sort(hashes, 0, count);
        for (int i = 1; i < count; i++) {
            if (hashes[i] == hashes[i - 1]) {
                throw new RefusedHeader(WeightsProblem.Kind.DUPLICATE_KEY, "a name is there twice");
            }
        }
    }

    /** A polynomial over the characters with a large odd factor, mixed at each step. */
    private static long hash(String name) {
        long hash = name.length();
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
