package licet.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import licet.rules.cases.CaseWorld;
import licet.rules.format.PolicyYaml;
import org.junit.jupiter.api.Test;

/** The page for policy authors lists every fact; {@code -Dlicet.golden=write} writes the list anew. */
class FactListTest {
    private static final String BEGIN = "<!-- facts -->\n";
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final String END = "<!-- end of facts -->\n";

    @Test
    void the_page_lists_every_fact() throws IOException {
        Path page = page();
        String text = Files.readString(page);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String after = text.substring(text.indexOf(END));
        if ("write".equals(System.getProperty("licet.golden"))) {
            Files.writeString(page, before + table() + after);
        }
        assertThat(Files.readString(page)).isEqualTo(before + table() + after);
    }

    @Test
    void the_example_is_a_policy_whose_tests_pass() throws IOException {
        String example = EXAMPLE.matcher(Files.readString(page()))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());
        var policy = PolicyYaml.parse("docs/policies.md", example, 1);
        assertThat(policy.workflow().stages()).hasSize(3);
        assertThat(CompiledPolicy.of(policy, CaseWorld.KNOWLEDGE).policy().tests())
                .hasSize(2);
    }

    private static Path page() {
        Path here = Path.of("").toAbsolutePath();
        Path home = here.endsWith("license-rules") ? here.resolveSibling("docs") : here.resolve("docs");
        return home.resolve("policies.md");
    }

    private static String table() {
        return Vocabulary.all().stream()
                .map(entry -> "| `%s` | %s | %s |%n"
                        .formatted(entry.name(), entry.shape().form(), values(entry.domain())))
                .collect(Collectors.joining("", "| fact | value | can be |\n| --- | --- | --- |\n", ""));
    }

    private static String values(Domain domain) {
        return switch (domain) {
            case Domain.Words(var all) -> String.join(", ", all);
            case Domain.Countries(var unknown) -> unknown ? "country codes, `??` when not on record" : "country codes";
            case Domain.Places() -> "country codes and regions";
            case Domain.Developers() -> "keys of developers, `hub:owner` when not on record";
            case Domain.Licenses() -> "keys of licenses";
            case Domain.Open() -> "–";
        };
    }
}
