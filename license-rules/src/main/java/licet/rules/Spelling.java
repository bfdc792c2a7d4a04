package licet.rules;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that was probably meant. */
public final class Spelling {
    private static final int MAX_LENGTH = 64;

    private Spelling() {}

    /** The allowed name that takes the fewest changes to reach; empty when nothing is allowed. */
    public static String nearest(String written, Collection<String> allowed) {
        String bounded = written.length() <= MAX_LENGTH ? written : written.substring(0, MAX_LENGTH);
        return allowed.stream()
                .min(Comparator.comparingInt(name -> distance(bounded, name)))
                .orElse("");
    }

    /** Levenshtein distance by rows. */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        java.util.Arrays.setAll(previous, index -> index);
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substituted = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
