package licet.web.request;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** Who decides while somebody is away, and on which days; both days count. */
@Serdeable
public record AwayForm(
        @Nullable String delegate,
        @Nullable String from,
        @Nullable String until) {
    /** Days begin and end in UTC. */
    Instant begin() {
        return day("/from", from).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Instant end() {
        return day("/until", until).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    String login() {
        return AskForm.text(delegate);
    }

    Map<String, String> values() {
        return Map.of("delegate", login(), "from", AskForm.text(from), "until", AskForm.text(until));
    }

    private static LocalDate day(String field, @Nullable String typed) {
        try {
            return LocalDate.parse(AskForm.text(typed));
        } catch (DateTimeParseException e) {
            throw new RegistryProblem.Malformed(field, AskForm.text(typed), "write a day such as 2026-12-31")
                    .asException();
        }
    }
}
