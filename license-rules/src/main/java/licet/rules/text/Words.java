package licet.rules.text;

import java.util.Arrays;

/** The words of a text in order, written one after the other with single spaces between them. */
final class Words {
    private final StringBuilder joined;
    private int[] offsets = new int[512];
    private int[] starts = new int[512];
    private int[] ends = new int[512];
    private int size = 0;
    private int open = 0;

    Words(int capacity) {
        joined = new StringBuilder(capacity);
    }

    /** @param start where the word begins in the text */
    void begin(int start) {
        if (size + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            ends = Arrays.copyOf(ends, ends.length * 2);
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        starts[size] = start;
        offsets[size] = joined.length();
        open = joined.length();
    }

    void append(char symbol) {
        joined.append(symbol);
    }

    void append(int point) {
        joined.appendCodePoint(point);
    }

    String current() {
        return joined.substring(open);
    }

    void replace(String word) {
        joined.setLength(open);
        joined.append(word);
    }

    boolean isCurrent(String word) {
        return isBetween(open, joined.length(), word);
    }

    /** Whether the word before the open one is this. */
    boolean isLast(String word) {
        return size > 0 && isBetween(offsets[size - 1], open - 1, word);
    }

    private boolean isBetween(int start, int end, String word) {
        if (end - start != word.length()) {
            return false;
        }
        for (int at = 0; at < word.length(); at++) {
            if (joined.charAt(start + at) != word.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    void drop() {
        joined.setLength(open);
    }

    /** @param end where the word ends in the text */
    void end(int end) {
        ends[size++] = end;
        joined.append(' ');
        offsets[size] = joined.length();
    }

    int size() {
        return size;
    }

    String joined() {
        return size == 0 ? "" : joined.substring(0, offsets[size] - 1);
    }

    /** First characters of the words in {@link #joined}, and one more behind the last word's space. */
    int[] offsets() {
        return Arrays.copyOf(offsets, size + 1);
    }

    int[] starts() {
        return Arrays.copyOf(starts, size);
    }

    int[] ends() {
        return Arrays.copyOf(ends, size);
    }
}
