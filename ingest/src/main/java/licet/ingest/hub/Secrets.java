package licet.ingest.hub;

import java.util.regex.Pattern;

/** Takes credentials out of texts that others wrote, before these are kept or logged. */
final class Secrets {
    private static final Pattern SECRET = Pattern.compile("hf_\\w{4,}|(?<=[Bb]earer )\\S+");

    private Secrets() {}

    static String hide(String text) {
        return SECRET.matcher(text).replaceAll("[hidden]");
    }
}
