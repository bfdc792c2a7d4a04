package licet.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** WCAG 2.1 A and AA, as far as a machine can tell. */
public final class Accessibility {
    private Accessibility() {}

    public static void assertAccessible(Page page) {
        assertThat(violations(page)).as("accessibility of %s", page.url()).isEmpty();
    }

    /** What of it depends on colors: all that can change from day to night. */
    public static void assertColorsAccessible(Page page) {
        assertThat(described(axe(page).withRules(List.of("color-contrast", "link-in-text-block"))))
                .as("colors of %s", page.url())
                .isEmpty();
    }

    /** Rule and place of each violation. */
    static List<String> violations(Page page) {
        return described(axe(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")));
    }

    /** No page has frames, so the page itself tells all; a second one is not opened. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static List<String> described(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .flatMap(Accessibility::describe)
                .toList();
    }

    private static Stream<String> describe(Rule rule) {
        return rule.getNodes().stream().map(node -> rule.getId() + " at " + node.getHtml());
    }
}
