package licet.ingest.snapshot;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One file of a repository that can say something about the license.
 *
 * @param path as the repository has it; for {@link State.Absent} the usual name of what is not there
 * @param blobOid git's name of the content as the Hub lists it, known also for files that could not be read
 */
public record EvidenceFile(String path, Kind kind, State state, Optional<String> blobOid, OptionalLong size) {
    public enum Kind {
        LICENSE,
        NOTICE,
        USE_POLICY,
        CARD,
        CONFIG,
        /** What the header of the weights states, as {@link HeaderFields} writes it; its hash is that of this text. */
        WEIGHTS_HEADER
    }

    /** A failed request is unread, never absent. */
    public sealed interface State {
        record Read(String sha256, String text) implements State {}

        record Unread(Reason reason, String detail) implements State {}

        /** The complete list of files was read and holds no such file. */
        record Absent() implements State {}
    }

    /** Why a listed file was not read. */
    public enum Reason {
        GATED,
        DISABLED,
        UNAUTHORIZED,
        RATE_LIMITED,
        REQUEST_FAILED,
        TOO_LARGE,
        NOT_TEXT,
        /** What came is not what the list announced. */
        CONTENT_MISMATCH,
        UNSAFE_PATH,
        TOO_MANY_FILES,
        /** Not even the list of files was available. */
        NO_FILE_LIST;

        /** The next try may succeed although nothing changes upstream. */
        public boolean isPassing() {
            return this == RATE_LIMITED || this == REQUEST_FAILED || this == CONTENT_MISMATCH || this == NO_FILE_LIST;
        }
    }

    public boolean isRead() {
        return state instanceof State.Read;
    }

    public Optional<String> text() {
        return state instanceof State.Read(var _, String text) ? Optional.of(text) : Optional.empty();
    }

    public Optional<String> sha256() {
        return state instanceof State.Read(String sha256, var _) ? Optional.of(sha256) : Optional.empty();
    }
}
