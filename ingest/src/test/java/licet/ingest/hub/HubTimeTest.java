package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way of reading a time finds what the general parser finds. */
class HubTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05.678Z",
                "1969-12-31T23:59:59.999Z",
                "0000-02-29T00:00:00.001Z",
                "9999-12-31T23:59:59.000Z",
                "2024-02-29T12:00:00.000Z",
                "2023-02-29T12:00:00.000Z",
                "2023-00-10T12:00:00.000Z",
                "2023-13-10T12:00:00.000Z",
                "2023-10-00T12:00:00.000Z",
                "2023-04-31T12:00:00.000Z",
                "2023-04-30T24:00:00.000Z",
                "2023-04-30T24:00:00.001Z",
                "2023-04-30T25:00:00.000Z",
                "2023-04-30T12:60:00.000Z",
                "2023-04-30T12:00:60.000Z",
                "2016-12-31T23:59:60.000Z",
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.6Z",
                "2026-01-02T03:04:05.678901Z",
                "2026-01-02T03:04:05.678+00:00",
                "2026-01-02T03:04:05.678z",
                "2026-01-02 03:04:05.678Z",
                "2026-01-02T03:04:05,678Z",
                "+026-01-02T03:04:05.678Z",
                "-026-01-02T03:04:05.678Z",
                "2026-01-02T03:04:05.\u0661\u0662\u0663Z",
                "2026",
                "",
            })
    void isWhatTheGeneralParserFinds(String text) {
        assertThat(HubTime.find(text)).isEqualTo(general(text));
    }

    private static Optional<Instant> general(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
