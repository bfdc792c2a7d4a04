package licet.ingest.hub;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Hub's quota header: {@code "api";r=472;t=235} says 472 requests are left for the next 235 seconds. */
record RateLimit(String quota, long remaining, long resetSeconds) {
    private static final Pattern SHAPE = Pattern.compile("\"?([a-z]{1,32})\"?\\s*;(.{0,200})");
    private static final Pattern POLICY =
            Pattern.compile("(?:^|[;,])\\s*\"([a-z]{1,32})\"\\s*;(?:[^\",]{0,100};)?\\s*q=(\\d{1,9})(?!\\d)");
    private static final Pattern REMAINING = Pattern.compile("(?:^|;)\\s*r=(\\d{1,9})(?!\\d)");
    private static final Pattern RESET = Pattern.compile("(?:^|;)\\s*t=(\\d{1,9})(?!\\d)");

    /** Empty for an unreadable header: a quota that is not understood does not slow anyone down. */
    static Optional<RateLimit> find(String header) {
        Matcher shape = SHAPE.matcher(header.strip().toLowerCase(Locale.ROOT));
        if (!shape.matches()) {
            return Optional.empty();
        }
        Matcher remaining = REMAINING.matcher(shape.group(2));
        Matcher reset = RESET.matcher(shape.group(2));
        if (!remaining.find() || !reset.find()) {
            return Optional.empty();
        }
        return Optional.of(
                new RateLimit(shape.group(1), Long.parseLong(remaining.group(1)), Long.parseLong(reset.group(1))));
    }

    /** How many requests a window has in all. */
    record Policy(String quota, long limit) {}

    /** Reads the header beside it: {@code "fixed window";"api";q=500;w=300}. */
    static Optional<Policy> findPolicy(String header) {
        Matcher policy = POLICY.matcher(header.strip().toLowerCase(Locale.ROOT));
        return policy.find()
                ? Optional.of(new Policy(policy.group(1), Long.parseLong(policy.group(2))))
                : Optional.empty();
    }

    boolean exhausted() {
        return remaining == 0;
    }
}
