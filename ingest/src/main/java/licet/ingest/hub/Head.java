package licet.ingest.hub;

import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Status and headers of the last answer.
 *
 * @param hops the headers of the redirects before it that the Hub itself gave; only these tell commit and size of a file
 */
record Head(int status, HttpUrl url, Headers headers, List<Headers> hops) {
    Head {
        hops = List.copyOf(hops);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** From the first answer that has it: a content network gives headers of the same name another meaning. */
    Optional<String> firstHeader(String name) {
        return hops.stream()
                .flatMap(hop -> Optional.ofNullable(hop.get(name)).stream())
                .findFirst()
                .or(() -> header(name));
    }

    boolean successful() {
        return status >= 200 && status < 300;
    }
}
