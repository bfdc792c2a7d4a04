package licet.registry.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How mail leaves, and what left.
 *
 * @param ready whether a server is set
 * @param server host and port; absent without one
 * @param mails the newest first
 */
@Schema(name = "MailLog")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MailLog(boolean ready, Optional<String> server, Optional<String> from, List<Line> mails) {
    public MailLog {
        mails = List.copyOf(mails);
    }

    /**
     * @param login to whom it goes
     * @param subject as it was sent last
     * @param next when it is tried again, while it waits
     * @param answer of the server to the last try
     */
    @Schema(name = "MailLine")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Line(
            UUID id,
            String login,
            MailDigest digest,
            Optional<String> subject,
            MailState state,
            int tries,
            Instant madeAt,
            Optional<Instant> next,
            Optional<Instant> ended,
            Optional<String> answer) {}
}
