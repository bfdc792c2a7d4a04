package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import licet.ingest.SharedCorpus;
import org.junit.jupiter.api.Test;

/** No numbered case of the client may lack its test. */
class HubCasesCompleteTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([PRELFB]\\d+) \\|");

    @Test
    void everyCaseIsARowAndNoRowStandsTwice() throws IOException {
        String cases = Files.readString(SharedCorpus.payloads().resolveSibling("cases.md"));
        List<String> listed =
                ROW.matcher(cases).results().map(result -> result.group(1)).toList();
        assertThat(listed).hasSizeGreaterThan(80);
        List<String> tested = Stream.of(
                        HubPagingCasesTest.CASES,
                        HubRedirectCasesTest.CASES,
                        HubErrorCasesTest.CASES,
                        HubRateCasesTest.CASES,
                        HubFileCasesTest.CASES,
                        HubBodyCasesTest.CASES)
                .flatMap(List::stream)
                .map(HubCase::id)
                .toList();
        assertThat(tested).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(listed);
    }
}
