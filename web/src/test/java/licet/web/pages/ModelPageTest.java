package licet.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import licet.web.layout.Page;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ModelPageTest {
    private final Document page =
            PageRenderer.document("model", Samples.page(Page.Section.MODELS), ModelSamples.undeclared());

    @Test
    void saysTheVerdictInOneSentenceUnderItsMark() {
        assertThat(page.select(".opinion .mark-word").text()).isEqualTo("Needs");
        assertThat(page.select(".opinion .sentence").text()).startsWith("Whether this model may be used is open");
        assertThat(page.select(".opinion .validity").text()).contains("Valid until 2 Aug 2026, 00:00 UTC.");
    }

    @Test
    void citesFileLineRevisionAndWholeHashOfEachReason() {
        var source = page.select("#why .source").first();
        assertThat(source).isNotNull();
        assertThat(source.text()).contains("README.md, line 187", Samples.REVISION, Samples.HASH);
    }

    @Test
    void marksTheCurrentDeploymentAndLinksTheOthers() {
        assertThat(page.select(".tabs a[aria-current=page]").text()).startsWith("Internal tool");
        assertThat(page.select(".tabs a")).hasSize(3);
    }

    @Test
    void leadsFromAQuestionToTheReasonThatAsksIt() {
        var link = page.select(".questions a").first();
        assertThat(link).isNotNull();
        assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
    }

    @Test
    void givesCounselAParagraphForEachReason() {
        assertThat(page.select("#why .reason .counsel p").first().text()).startsWith("This concerns the undeclared");
    }

    @Test
    void offersAFieldForEachKindOfAnswer() {
        assertThat(page.select(".answers")).hasSize(1);
        assertThat(page.select(".answers").attr("method")).isEqualTo("post");
        assertThat(page.select(".answer input[type=radio]").eachAttr("value")).containsExactly("yes", "no", "");
        assertThat(page.select(".answer input[type=radio][checked]").eachAttr("value"))
                .containsExactly("");
        assertThat(page.select(".amount input").attr("name"))
                .isEqualTo(page.select(".amount select").attr("name"));
        assertThat(page.select(".answer input[value=none]")).hasSize(1);
    }

    @Test
    void listsDutiesByWhenTheyAreDue() {
        assertThat(page.select("#duties h3").eachText()).startsWith("With what is passed on", "Only if");
        assertThat(page.select("#duties .checklist q").text()).isEqualTo("Built with Llama");
        assertThat(page.select("#duties .take a").eachAttr("href"))
                .first()
                .asString()
                .endsWith("/obligations/NOTICE?deployment=eu-internal");
    }

    @Test
    void drawsHintsDashedAndSaysTheSameInATable() {
        assertThat(page.select(".edge-hint .edge-relation").text()).isEqualTo("The card states an origin");
        assertThat(page.select(".steps tbody tr")).hasSize(2);
        assertThat(page.select(".step-hinted").text()).contains("Hinted at, not declared", "derived from");
        assertThat(page.select("svg.lineage-picture > title").text()).contains("DeepSeek-R1-Distill-Llama-70B");
    }

    @Test
    void tellsConflictsAndNearMissesInWords() {
        assertThat(page.select(".said-near-miss .standing").text()).isEqualTo("Near miss");
        assertThat(page.select(".near-miss").text()).contains("94 % of the text equals MIT License");
    }

    @Test
    void marksWhatIsOnlyStatedAndKeepsAMonthAMonth() {
        var stated = PageRenderer.document("model", Samples.page(Page.Section.MODELS), ModelSamples.stated());
        assertThat(stated.select(".stated-note .state").text()).isEqualTo("stated, not evidenced");
        assertThat(stated.select(".stated-note").text()).contains("press articles", "mit", "disagree on the date");
        assertThat(stated.select(".facts time").text()).isEqualTo("Apr 2026");
        assertThat(stated.select(".facts time").attr("datetime")).isEqualTo("2026-04");
        assertThat(stated.select(".facts").text()).contains("1.6T, 49B active").doesNotContain("Revision");
        assertThat(page.select(".stated-note")).isEmpty();
    }
}
