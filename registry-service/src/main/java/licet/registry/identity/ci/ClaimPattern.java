package licet.registry.identity.ci;

import java.util.regex.Pattern;

/**
 * What a claim has to say. {@code *} stands for any run of characters without a slash, {@code **} for any at all;
 * everything else stands for itself.
 */
record ClaimPattern(String text) {
    private static final int LONGEST = 300;

    ClaimPattern {
        if (text.isBlank() || text.length() > LONGEST || text.replace("*", "").isBlank()) {
            throw new IllegalArgumentException("write 1 to " + LONGEST + " characters, and more than * alone");
        }
    }

    boolean matches(String claim) {
        var regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else {
                regex.append(text.charAt(i) == '*' ? "[^/]*" : Pattern.quote(text.substring(i, i + 1)));
            }
        }
        return claim.length() <= LONGEST && Pattern.matches(regex.toString(), claim);
    }
}
