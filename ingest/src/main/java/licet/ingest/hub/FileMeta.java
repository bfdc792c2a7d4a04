package licet.ingest.hub;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * What the Hub says of a file without its content.
 *
 * @param commit the commit that the asked revision means
 * @param etag without quotes: the SHA-256 of a large file, git's name of a small one
 * @param size of the content in bytes; a redirect's own length is never taken for it
 * @param location where the content network has it, under an address that expires; empty where the Hub has it itself
 */
public record FileMeta(
        Optional<String> commit,
        Optional<String> etag,
        OptionalLong size,
        Optional<String> xetHash,
        Optional<URI> location) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern QUOTED = Pattern.compile("(?:W/)?\"([^\"]*)\"");

    /** The Hub's own answers come first: a content network's entity tag is as long as a SHA-256 and is none. */
    static FileMeta of(Head head) {
        Optional<String> etag =
                head.firstHeader("X-Linked-ETag").or(() -> head.successful() ? head.header("ETag") : Optional.empty());
        return new FileMeta(
                head.firstHeader("X-Repo-Commit"),
                etag.map(FileMeta::unquoted),
                size(head),
                head.firstHeader("X-Xet-Hash"),
                head.header("Location")
                        .flatMap(location -> Optional.ofNullable(head.url().resolve(location)))
                        .map(HttpUrl::uri));
    }

    /** {@code W/"x"} and {@code "x"} mean the same content. */
    static String unquoted(String etag) {
        var quoted = QUOTED.matcher(etag.strip());
        return quoted.matches() ? quoted.group(1) : etag.strip();
    }

    static OptionalLong number(Optional<String> header) {
        return header.filter(size -> NUMBER.matcher(size).matches())
                .map(size -> OptionalLong.of(Long.parseLong(size)))
                .orElseGet(OptionalLong::empty);
    }

    private static OptionalLong size(Head head) {
        OptionalLong linked = number(head.firstHeader("X-Linked-Size"));
        return linked.isPresent() || !head.successful() ? linked : number(head.header("Content-Length"));
    }
}
