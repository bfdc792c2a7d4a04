package licet.tests.standin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a body, both ends included. */
record ByteRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d*)-(\\d*)");

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    /** Empty where no single range of a usable form was asked for: then all is answered. */
    static Optional<ByteRange> find(@Nullable String header, long size) {
        Matcher matcher = FORM.matcher(header == null ? "" : header);
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            return Optional.of(new ByteRange(Math.max(0, size - Long.parseLong(matcher.group(2))), size - 1));
        }
        long last = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
        return Optional.of(new ByteRange(Long.parseLong(matcher.group(1)), Math.min(last, size - 1)));
    }

    boolean isWithin(long size) {
        return first <= last && first < size;
    }

    long length() {
        return last - first + 1;
    }
}
