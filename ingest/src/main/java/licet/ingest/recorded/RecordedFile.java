package licet.ingest.recorded;

import java.util.Optional;
import licet.ingest.hub.Payload;

/** A file of a recorded repository. */
public record RecordedFile(String path, Content content) {
    public sealed interface Content {
        /** A small file that is served. */
        record Small(Payload body) implements Content {}

        /** A file of weights: listed with its size and a hash that is clearly made up; its bytes are nowhere. */
        record Large(long size, String sha256) implements Content {}

        /** A small file of which only the name is recorded: of a gated repository, or one that nobody had at hand. */
        record Withheld(long size) implements Content {}
    }

    public static RecordedFile of(String path, String text) {
        return new RecordedFile(path, new Content.Small(Payload.of(text)));
    }

    /**
     * Names the content.
     *
     * @return git's name of the content; made up, and the same on each start, where there is no content
     */
    String blobOid(String model) {
        return switch (content) {
            case Content.Small(Payload body) -> body.gitBlobOid();
            case Content.Large _, Content.Withheld _ -> Synthetic.sha1(model + ":" + path);
        };
    }

    long size() {
        return switch (content) {
            case Content.Small(Payload body) -> body.size();
            case Content.Large(long size, var _) -> size;
            case Content.Withheld(long size) -> size;
        };
    }

    Optional<String> lfsSha256() {
        return content instanceof Content.Large(var _, String sha256) ? Optional.of(sha256) : Optional.empty();
    }
}
