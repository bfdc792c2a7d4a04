package licet.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import licet.registry.approval.ApprovalState;
import licet.registry.delivery.ReceiverState;
import licet.registry.stack.ReviewState;
import licet.web.access.ErrorView;
import licet.web.access.SetUpView;
import licet.web.access.SignedInView;
import licet.web.assets.Assets;
import licet.web.design.DesignView;
import licet.web.layout.FormProblem;
import licet.web.layout.Page;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page, whatever it shows. */
class PageRulesTest {
    record Sample(String name, Document page) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> pages() {
        var problem = List.of(new FormProblem("login", "Enter your login."));
        return Stream.of(
                signedIn("catalog", "catalog", CatalogSamples.catalog(CatalogSamples.rows())),
                signedIn("empty catalog", "catalog", CatalogSamples.catalog(List.of())),
                signedIn("catalog that is searched in vain", "catalog", CatalogSamples.catalog("x", List.of())),
                signedIn("catalog with something to mend", "catalog", CatalogSamples.refused()),
                signedIn("catalog of an address that is wrong", "catalog", CatalogSamples.misunderstood()),
                signedIn("model that needs", "model", ModelSamples.undeclared()),
                signedIn("model that is denied", "model", ModelSamples.denied()),
                signedIn("hostile model", "model", ModelSamples.hostile()),
                signedIn("stacks", "stacks", StackSamples.all()),
                signedIn("no stacks", "stacks", StackSamples.none()),
                signedIn("stack of one's team", "stack", StackSamples.one(true)),
                signedIn("stack of others", "stack", StackSamples.one(false)),
                signedIn("scheduled review", "stack-review", StackSamples.review(ReviewState.SCHEDULED)),
                signedIn("open review", "stack-review", StackSamples.review(ReviewState.OPEN)),
                signedIn("closed review", "stack-review", StackSamples.review(ReviewState.CLOSED)),
                signedIn("renewal rate", "renewals", StackSamples.renewals()),
                signedIn("no renewals", "renewals", StackSamples.nothing()),
                signedIn("mail", "mail", ReceiverSamples.mail(true)),
                signedIn("no mail", "mail", ReceiverSamples.mail(false)),
                signedIn("month", "calendar", CalendarSamples.month()),
                signedIn("agenda with something to mend", "calendar", CalendarSamples.agenda()),
                signedIn("empty agenda", "calendar", CalendarSamples.nothing()),
                signedIn("year", "calendar", CalendarSamples.year()),
                signedIn("releases", "releases", ReleaseSamples.all(true)),
                signedIn("no releases", "releases", ReleaseSamples.all(false)),
                signedIn("family with something to mend", "release-family", ReleaseSamples.family(true)),
                signedIn("family for onlookers", "release-family", ReleaseSamples.family(false)),
                signedIn("licenses", "licenses", LicenseSamples.list(false)),
                signedIn("no licenses", "licenses", LicenseSamples.list(true)),
                signedIn("license", "license", LicenseSamples.page()),
                signedIn("clearings", "clearings", ClearingSamples.queue(true)),
                signedIn("no clearings", "clearings", ClearingSamples.queue(false)),
                signedIn("case of an origin", "clearing-case", ClearingSamples.origin()),
                signedIn("case of a license with something to mend", "clearing-case", ClearingSamples.wrong()),
                signedIn("case that waits for another person", "clearing-case", ClearingSamples.waiting()),
                signedIn("case for onlookers", "clearing-case", ClearingSamples.onlooker()),
                signedIn("policies", "policies", PolicySamples.list()),
                signedIn("policy draft", "policy", PolicySamples.draft()),
                signedIn("policy in force", "policy", PolicySamples.inForce()),
                signedIn("empty policy editor", "policy-edit", PolicySamples.begin()),
                signedIn("policy editor", "policy-edit", PolicySamples.edit()),
                signedIn("what if", "what-if", OpinionSamples.supposed()),
                signedIn("comparison", "compare", CompareSamples.two()),
                signedIn("empty comparison", "compare", CompareSamples.nothing()),
                signedIn("alternatives", "alternatives", CompareSamples.alternatives(false)),
                signedIn("few alternatives", "alternatives", CompareSamples.alternatives(true)),
                signedIn("card", "card", RecordSamples.card()),
                signedIn("text", "text", RecordSamples.text()),
                signedIn("snapshots", "snapshots", RecordSamples.history()),
                signedIn("model that is not on record", "unread", RecordSamples.unread(false)),
                signedIn("model that is waited for", "unread", RecordSamples.unread(true)),
                signedIn("instruments", "instruments", InstrumentSamples.list()),
                signedIn("no instruments", "instruments", InstrumentSamples.nothing()),
                signedIn("instrument", "instrument", InstrumentSamples.one()),
                signedIn("instrument form", "instrument-edit", InstrumentSamples.form()),
                signedIn("waivers", "waivers", WaiverSamples.list()),
                signedIn("no waivers", "waivers", WaiverSamples.none()),
                signedIn("waiver that waits", "waiver", WaiverSamples.waiting()),
                signedIn("waiver that was revoked", "waiver", WaiverSamples.revoked()),
                signedIn("waiver form", "waiver-new", WaiverSamples.form()),
                signedIn("nothing to waive", "waiver-new", WaiverSamples.nothing()),
                signedIn("sync", "sync", SyncSamples.administrator()),
                signedIn("sync for onlookers", "sync", SyncSamples.onlooker()),
                signedIn("records", "records", DecisionSamples.list()),
                signedIn("no records", "records", DecisionSamples.none()),
                signedIn("record", "record", DecisionSamples.differing()),
                signedIn("damaged record", "record", DecisionSamples.damaged()),
                signedIn("form of a record", "record-new", DecisionSamples.form()),
                signedIn("audit log", "audit", AuditSamples.log()),
                signedIn("history", "audit", AuditSamples.history()),
                signedIn("audit log of nothing", "audit", AuditSamples.refused()),
                signedIn("broken chain", "audit-verification", AuditSamples.broken()),
                signedIn("chain that is being read", "audit-verification", AuditSamples.underWay()),
                signedIn("asking for approval", "request-new", RequestSamples.asking(true)),
                signedIn("asking with something to mend", "request-new", RequestSamples.asking(false)),
                signedIn("what nobody can approve", "request-new", RequestSamples.violated()),
                signedIn("request in review", "request", RequestSamples.inReview(true)),
                signedIn("request with something to mend", "request", RequestSamples.refused()),
                signedIn("request for onlookers", "request", RequestSamples.inReview(false)),
                signedIn("draft of a request", "request", RequestSamples.draft()),
                signedIn("request that was sent back", "request", RequestSamples.returned()),
                signedIn("approved request", "request", RequestSamples.approved()),
                signedIn("approval in force", "request", RequestSamples.approved(ApprovalState.VALID)),
                signedIn("stale approval", "request", RequestSamples.approved(ApprovalState.STALE)),
                signedIn("ended approval", "request", RequestSamples.approved(ApprovalState.ENDED)),
                signedIn("approvals", "approvals", RequestSamples.approvals(true)),
                signedIn("no approvals", "approvals", RequestSamples.approvals(false)),
                signedIn("news", "news", RequestSamples.news(true)),
                signedIn("no news", "news", RequestSamples.news(false)),
                signedIn("subscriptions", "subscriptions", RequestSamples.subscriptions(true)),
                signedIn("no subscriptions", "subscriptions", RequestSamples.subscriptions(false)),
                signedIn("decision record", "request-record", RequestSamples.record()),
                signedIn("inbox", "inbox", RequestSamples.inbox(true)),
                signedIn("empty inbox", "inbox", RequestSamples.inbox(false)),
                signedIn("requests", "requests", RequestSamples.board(true)),
                signedIn("no requests", "requests", RequestSamples.board(false)),
                signedIn("who decides for whom", "away", RequestSamples.away(true)),
                signedIn("nobody decides for anybody", "away", RequestSamples.away(false)),
                signedIn("deployments", "deployments", FactSamples.deployments()),
                signedIn("deployment", "deployment", FactSamples.deployment()),
                signedIn("deployment form", "fact-edit", FactSamples.form()),
                signedIn("organization", "organization", FactSamples.organization(true)),
                signedIn("organization for onlookers", "organization", FactSamples.organization(false)),
                signedIn("people", "people", PeopleSamples.list(true)),
                signedIn("people for auditors", "people", PeopleSamples.list(false)),
                signedIn("person", "person", PeopleSamples.active()),
                signedIn("person who left", "person", PeopleSamples.left()),
                signedIn("person who was erased", "person", PeopleSamples.erased()),
                signedIn("link to hand over", "person-link", PeopleSamples.link()),
                signedIn("account", "account", PeopleSamples.account()),
                signedIn("to the provider", "provider-leave", PeopleSamples.leave()),
                signedIn("teams", "teams", PeopleSamples.teams()),
                signedIn("team", "team", PeopleSamples.team()),
                signedIn("webhooks", "receivers", ReceiverSamples.list(true)),
                signedIn("no webhooks", "receivers", ReceiverSamples.list(false)),
                signedIn("webhook", "receiver", ReceiverSamples.one(ReceiverState.ON)),
                signedIn("webhook that is off", "receiver", ReceiverSamples.one(ReceiverState.OFF)),
                signedIn("tokens", "tokens", PeopleSamples.tokens()),
                signedIn("gate of the API", "api", ApiSamples.group("gate")),
                signedIn("people of the API", "api", ApiSamples.group("people")),
                signedIn("dashboard", "dashboard", DashboardSamples.full()),
                signedIn("empty dashboard", "dashboard", DashboardSamples.empty()),
                signedIn(
                        "design",
                        "design",
                        DesignView.of(
                                new Assets().text("site.css"),
                                List.of(new FormProblem("sample", "Write something here.")))),
                open("sign-in", "sign-in", SignInSamples.password(problem)),
                open("sign-in with a provider", "sign-in", SignInSamples.provider()),
                open("signed-in", "signed-in", new SignedInView("/models/a/b")),
                open("set-up", "set-up", new SetUpView("/set-up/link", "", "", problem)),
                open("join", "join", PeopleSamples.join()),
                open("error", "error", new ErrorView(404, "No such model", "There is none.", List.of("Search."))));
    }

    private static Sample signedIn(String name, String template, Object view) {
        return new Sample(name, PageRenderer.document(template, Samples.page(Page.Section.MODELS), view));
    }

    private static Sample open(String name, String template, Object view) {
        return new Sample(name, PageRenderer.document(template, Samples.openPage(), view));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void carriesNoInlineCodeOrStyle(Sample sample) {
        assertThat(sample.page().select("script:not([src]), style, [style]")).isEmpty();
        assertThat(sample.page().select("script"))
                .allSatisfy(script -> assertThat(script.attr("src")).startsWith("/assets/"))
                .allSatisfy(script -> assertThat(script.data()).isBlank());
        assertThat(sample.page().getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey())
                        .filter(name -> name.startsWith("on")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void countsItsHeadingsWithoutSkipping(Sample sample) {
        var levels = sample.page().select("h1, h2, h3, h4").stream()
                .filter(heading -> heading.parents().stream().noneMatch(parent -> parent.hasClass("problems")))
                .map(heading -> heading.tagName().charAt(1) - '0')
                .toList();
        assertThat(levels).startsWith(1).containsOnlyOnce(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void labelsEveryField(Sample sample) {
        var fields = sample.page().select("input:not([type=hidden]), select, textarea");
        assertThat(fields)
                .allSatisfy(field -> assertThat(sample.page().select("label[for=" + field.id() + "]"))
                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givesEachIdOnce(Sample sample) {
        assertThat(sample.page().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pointsOnlyAtIdsThatAreThere(Sample sample) {
        var targets = Stream.of(
                        sample.page().select("a[href^=#]").eachAttr("href").stream()
                                .map(href -> href.substring(1)),
                        sample.page().select("use").eachAttr("href").stream().map(href -> href.substring(1)),
                        words(sample, "aria-labelledby"),
                        words(sample, "aria-describedby"))
                .flatMap(ids -> ids)
                .distinct();
        assertThat(targets)
                .allSatisfy(id ->
                        assertThat(sample.page().getElementById(id)).as(id).isNotNull());
    }

    private static Stream<String> words(Sample sample, String attribute) {
        return sample.page().select("[" + attribute + "]").eachAttr(attribute).stream()
                .flatMap(ids -> Stream.of(ids.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void carriesTheFormTokenInEveryFormThatChangesSomething(Sample sample) {
        var signedIn = sample.page().selectFirst(".account") != null;
        assertThat(sample.page().select("form[method=post]"))
                .allSatisfy(form -> assertThat(form.select("input[type=hidden][name=form-token]"))
                        .hasSize(signedIn ? 1 : 0));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysEachAnswerInWordAndShape(Sample sample) {
        assertThat(sample.page().select(".mark")).allSatisfy(PageRulesTest::isWordAndShape);
    }

    private static void isWordAndShape(Element mark) {
        var shape = mark.selectFirst("use");
        assertThat(shape).isNotNull();
        assertThat(mark.text().strip()).isNotEmpty();
        assertThat(shape.attr("href")).isEqualTo("#mark-" + mark.text().strip().toLowerCase(java.util.Locale.ROOT));
    }
}
