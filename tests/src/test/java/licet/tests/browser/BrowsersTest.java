package licet.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the browser really looks: a check that never complains proves nothing. */
@Timeout(90)
class BrowsersTest {
    @Test
    void findsWhatIsWrongAndAcceptsWhatIsRight() {
        try (var context = Browsers.newContext()) {
            var page = context.newPage();
            page.setContent(
                    "<html lang='en'><head><title>t</title></head><body><main><h1>Good</h1></main></body></html>");
            Accessibility.assertAccessible(page);
            page.setContent("<html><body><main><img src='data:,'><input></main></body></html>");
            assertThat(Accessibility.violations(page))
                    .anyMatch(line -> line.startsWith("image-alt"))
                    .anyMatch(line -> line.startsWith("label"))
                    .anyMatch(line -> line.startsWith("html-has-lang"));
        }
    }
}
