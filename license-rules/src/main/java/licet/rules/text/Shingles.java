package licet.rules.text;

import java.util.Arrays;

/** Hashes of all runs of five words: they show what two texts share without holding either. */
final class Shingles {
    static final int SIZE = 5;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long RUN_PRIME = 0x9e3779b97f4a7c15L;

    private Shingles() {}

    /** One hash for each position at which five words begin; none for a shorter text. */
    static int[] of(NormalText text) {
        long[] words = words(text);
        var hashes = new int[Math.max(0, words.length - SIZE + 1)];
        for (int start = 0; start < hashes.length; start++) {
            long hash = 0;
            for (int index = start; index < start + SIZE; index++) {
                hash = hash * RUN_PRIME + words[index];
            }
            hashes[start] = mix(hash);
        }
        return hashes;
    }

    /** The same hashes in ascending order, each once. */
    static int[] distinct(int[] hashes) {
        int[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int index = 0; index < sorted.length; index++) {
            if (index == 0 || sorted[index] != sorted[index - 1]) {
                sorted[size++] = sorted[index];
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    static boolean contains(int[] distinct, int hash) {
        return Arrays.binarySearch(distinct, hash) >= 0;
    }

    private static long[] words(NormalText text) {
        String joined = text.joined();
        var hashes = new long[text.size()];
        for (int index = 0; index < hashes.length; index++) {
            long hash = FNV_OFFSET;
            for (int at = text.offset(index); at < text.offset(index + 1) - 1; at++) {
                hash = (hash ^ joined.charAt(at)) * FNV_PRIME;
            }
            hashes[index] = hash;
        }
        return hashes;
    }

    private static int mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (int) (mixed >>> 32);
    }
}
