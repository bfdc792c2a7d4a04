package licet.rules.text;

import java.util.Arrays;
import java.util.List;

/**
 * Which known texts hold a run of words: counts what one text shares with all of them in one pass over its shingles. A
 * hash table with open addressing; the texts of one entry form a chain.
 */
final class ShingleIndex {
    private static final int END = -1;

    private final int[] sizes;
    private final int[] keys;
    private final int[] heads;
    private final int[] next;
    private final int[] owners;

    private ShingleIndex(int texts, int entries) {
        int capacity = Integer.highestOneBit(Math.max(1, entries)) * 4;
        sizes = new int[texts];
        keys = new int[capacity];
        heads = new int[capacity];
        next = new int[entries];
        owners = new int[entries];
        Arrays.fill(heads, END);
    }

    /** @param texts the shingles of each text, each once */
    static ShingleIndex of(List<int[]> texts) {
        var index = new ShingleIndex(
                texts.size(), texts.stream().mapToInt(text -> text.length).sum());
        int entry = 0;
        for (int owner = 0; owner < texts.size(); owner++) {
            for (int shingle : texts.get(owner)) {
                index.put(entry++, shingle, owner);
            }
            index.sizes[owner] = texts.get(owner).length;
        }
        return index;
    }

    private void put(int entry, int shingle, int owner) {
        int slot = slot(shingle);
        keys[slot] = shingle;
        owners[entry] = owner;
        next[entry] = heads[slot];
        heads[slot] = entry;
    }

    /** The place of a shingle, or the free place where it would stand. */
    private int slot(int shingle) {
        int slot = shingle & (keys.length - 1);
        while (heads[slot] != END && keys[slot] != shingle) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** For each known text, in order, how many of these shingles it has. */
    int[] shared(int[] distinct) {
        var counts = new int[sizes.length];
        for (int shingle : distinct) {
            for (int entry = heads[slot(shingle)]; entry != END; entry = next[entry]) {
                counts[owners[entry]]++;
            }
        }
        return counts;
    }

    /** How many different shingles a known text has. */
    int size(int text) {
        return sizes[text];
    }
}
