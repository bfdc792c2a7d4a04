package licet.ingest.hub;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Content-Range}: {@code bytes 10-19/200}, or {@code bytes *}{@code /200} beside status 416. */
record ContentRange(long first, long last, OptionalLong total) {
    private static final Pattern PART = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern NONE = Pattern.compile("bytes \\*/(\\d{1,18})");

    static Optional<ContentRange> find(Head head) {
        Matcher part = PART.matcher(head.header("Content-Range").orElse("").strip());
        if (!part.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(part.group(1));
        long last = Long.parseLong(part.group(2));
        OptionalLong total =
                part.group(3).equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(part.group(3)));
        boolean sound = first <= last && (total.isEmpty() || last < total.getAsLong());
        return sound ? Optional.of(new ContentRange(first, last, total)) : Optional.empty();
    }

    /** The size of the file as told with a refusal of the range. */
    static OptionalLong total(Head head) {
        Matcher none = NONE.matcher(head.header("Content-Range").orElse("").strip());
        return none.matches() ? OptionalLong.of(Long.parseLong(none.group(1))) : OptionalLong.empty();
    }

    long length() {
        return last - first + 1;
    }
}
