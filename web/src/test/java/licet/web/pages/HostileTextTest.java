package licet.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import licet.web.access.ErrorView;
import licet.web.access.SignInView;
import licet.web.catalog.CatalogView;
import licet.web.layout.Page;
import org.junit.jupiter.api.Test;

/** Names, cards and licenses are written by strangers. */
class HostileTextTest {
    @Test
    void showsMarkupInACatalogAsText() {
        var row = Samples.row(
                "evil",
                Samples.SCRIPT,
                Samples.SCRIPT,
                Samples.SCRIPT,
                Samples.SCRIPT,
                "identified",
                1,
                "ALLOW ALLOW ALLOW");
        var page = PageRenderer.document("catalog", Samples.page(Page.Section.MODELS), Samples.catalog(List.of(row)));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select(".model-cell .name").text()).isEqualTo(Samples.SCRIPT);
        assertThat(page.select(".license").text()).isEqualTo(Samples.SCRIPT);
    }

    @Test
    void showsMarkupInEvidenceAndReasonsAsText() {
        var page = PageRenderer.document("model", Samples.page(Page.Section.MODELS), ModelSamples.hostile());
        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.select("h1 .name").text()).isEqualTo(Samples.SCRIPT);
        assertThat(page.select(".sentence").text()).isEqualTo(Samples.SCRIPT);
        assertThat(page.select(".reason blockquote").text()).contains("<img src=x onerror=alert(1)>");
        assertThat(page.select(".said-value").text()).contains(Samples.SCRIPT);
        assertThat(page.select("svg text").text()).contains("<script");
    }

    @Test
    void keepsAQueryInsideItsField() {
        var filters = Samples.filters();
        var query = "\"><script>alert(1)</script>";
        var view = new CatalogView(
                new licet.web.catalog.CatalogFilters(
                        query,
                        filters.licenses(),
                        filters.countries(),
                        filters.verdicts(),
                        filters.deployments(),
                        filters.sorts()),
                List.of(),
                List.of(),
                new CatalogView.Count(0, false),
                Optional.empty(),
                Optional.empty());
        var page = PageRenderer.document("catalog", Samples.page(Page.Section.MODELS), view);
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("#q").val()).isEqualTo(query);
    }

    @Test
    void repeatsALoginAndAProblemAsText() {
        var signIn = PageRenderer.document(
                "sign-in", Samples.openPage(), new SignInView(Samples.SCRIPT, Optional.of(Samples.SCRIPT), List.of()));
        assertThat(signIn.select("script")).isEmpty();
        assertThat(signIn.select("#login").val()).isEqualTo(Samples.SCRIPT);
        var error = PageRenderer.document(
                "error",
                Samples.openPage(),
                new ErrorView(404, Samples.SCRIPT, Samples.SCRIPT, List.of(Samples.SCRIPT)));
        assertThat(error.select("script")).isEmpty();
        assertThat(error.title()).startsWith(Samples.SCRIPT);
    }
}
