package licet.web.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import licet.registry.platform.ClosedChoice;
import org.jspecify.annotations.Nullable;

/** The text of a file that somebody chose, or why it is none. */
sealed interface UploadedText {
    record Read(String text) implements UploadedText {}

    record Refused(Flaw why) implements UploadedText {}

    enum Flaw implements ClosedChoice {
        NONE_CHOSEN("none"),
        EMPTY("empty"),
        NOT_UTF_8("not-utf-8");

        private final String word;

        Flaw(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** @param file absent, or without a name, where nothing was chosen */
    static UploadedText of(@Nullable CompletedFileUpload file) {
        if (file == null || file.getFilename().isBlank()) {
            return new Refused(Flaw.NONE_CHOSEN);
        }
        try {
            return of(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Letters that were guessed would be another policy than the one in the file. */
    static UploadedText of(byte[] content) {
        try {
            String text = UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            String read = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return read.isBlank() ? new Refused(Flaw.EMPTY) : new Read(read);
        } catch (CharacterCodingException _) {
            return new Refused(Flaw.NOT_UTF_8);
        }
    }
}
