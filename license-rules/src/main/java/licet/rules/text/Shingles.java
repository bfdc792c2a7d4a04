package licet.rules.text;

import java.util.List;
import licet.rules.text.NormalText.Word;

/** Hashes of all runs of five words: they show what two texts share without holding either. */
final class Shingles {
    static final int SIZE = 5;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Shingles() {}

    /** One hash for each position at which five words begin; none for a shorter text. */
    static long[] of(List<Word> words) {
        int count = Math.max(0, words.size() - SIZE + 1);
        var hashes = new long[count];
        for (int start = 0; start < count; start++) {
            hashes[start] = hash(words, start);
        }
        return hashes;
    }

    private static long hash(List<Word> words, int start) {
        long hash = FNV_OFFSET;
        for (int index = start; index < start + SIZE; index++) {
            String word = words.get(index).text();
            for (int at = 0; at < word.length(); at++) {
                hash = (hash ^ word.charAt(at)) * FNV_PRIME;
            }
            hash = (hash ^ ' ') * FNV_PRIME;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
