package licet.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import licet.web.access.ErrorView;
import licet.web.layout.Page;
import org.junit.jupiter.api.Test;

/** Names, cards and licenses are written by strangers. */
class HostileTextTest {
    /** The product's own scripts stand in files. */
    private static final String WRITTEN = "script:not([src])";

    @Test
    void showsMarkupInACatalogAsText() {
        var row = CatalogSamples.row(
                "evil",
                Samples.SCRIPT,
                Samples.SCRIPT,
                Samples.SCRIPT,
                Samples.SCRIPT,
                "identified",
                1,
                "ALLOW ALLOW ALLOW");
        var page = PageRenderer.document(
                "catalog", Samples.page(Page.Section.MODELS), CatalogSamples.catalog(List.of(row)));
        assertThat(page.select(WRITTEN)).isEmpty();
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
        var query = "\"><script>alert(1)</script>";
        var view = CatalogSamples.catalog(query, List.of());
        var page = PageRenderer.document("catalog", Samples.page(Page.Section.MODELS), view);
        assertThat(page.select(WRITTEN)).isEmpty();
        assertThat(page.select("#q").val()).isEqualTo(query);
        assertThat(page.select(".chip").text()).contains(query);
    }

    @Test
    void showsMarkupInAnAddressAsText() {
        var page = PageRenderer.document("catalog", Samples.page(Page.Section.MODELS), CatalogSamples.misunderstood());
        assertThat(page.select(WRITTEN)).isEmpty();
        assertThat(page.select(".wrong").text()).contains(Samples.SCRIPT);
    }

    @Test
    void repeatsALoginAndAProblemAsText() {
        var signIn = PageRenderer.document("sign-in", Samples.openPage(), SignInSamples.hostile());
        assertThat(signIn.select("script")).isEmpty();
        assertThat(signIn.select("#login").val()).isEqualTo(Samples.SCRIPT);
        assertThat(signIn.select(".button").first().text()).contains(Samples.SCRIPT);
        var error = PageRenderer.document(
                "error",
                Samples.openPage(),
                new ErrorView(404, Samples.SCRIPT, Samples.SCRIPT, List.of(Samples.SCRIPT)));
        assertThat(error.select("script")).isEmpty();
        assertThat(error.title()).startsWith(Samples.SCRIPT);
    }
}
