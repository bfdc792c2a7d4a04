package licet.web.policy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadedTextTest {
    @Test
    void readsUtf8AndNothingElse() {
        assertThat(UploadedText.of("key: ü".getBytes(UTF_8))).isEqualTo(new UploadedText.Read("key: ü"));
        assertThat(UploadedText.of("\uFEFFkey: a".getBytes(UTF_8))).isEqualTo(new UploadedText.Read("key: a"));
        assertThat(UploadedText.of("key: ü".getBytes(ISO_8859_1)))
                .isEqualTo(new UploadedText.Refused(UploadedText.Flaw.NOT_UTF_8));
        assertThat(UploadedText.of("key: ü".getBytes(UTF_16)))
                .isEqualTo(new UploadedText.Refused(UploadedText.Flaw.NOT_UTF_8));
    }

    @Test
    void tellsNothingFromSomething() {
        assertThat(UploadedText.of((io.micronaut.http.multipart.CompletedFileUpload) null))
                .isEqualTo(new UploadedText.Refused(UploadedText.Flaw.NONE_CHOSEN));
        assertThat(UploadedText.of(" \n".getBytes(UTF_8))).isEqualTo(new UploadedText.Refused(UploadedText.Flaw.EMPTY));
    }
}
