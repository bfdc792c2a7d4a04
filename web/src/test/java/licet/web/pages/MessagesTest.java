package licet.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.alert.AlertKind;
import licet.registry.alert.AlertTexts;
import licet.registry.alert.Digest;
import licet.registry.alert.Severity;
import licet.registry.alert.SubscriptionScope;
import licet.registry.approval.ApprovalRequest;
import licet.registry.approval.ApprovalState;
import licet.registry.approval.BoardSort;
import licet.registry.approval.RequestState;
import licet.registry.approval.StageProgress;
import licet.registry.approval.Vote;
import licet.registry.calendar.CalendarKind;
import licet.registry.change.FigureAge;
import licet.registry.change.Rhythm;
import licet.registry.clearing.Clearing;
import licet.registry.clearing.QuestionKind;
import licet.registry.compare.Aspect;
import licet.registry.dashboard.Need;
import licet.registry.decision.Facet;
import licet.registry.decision.ModelSort;
import licet.registry.delivery.DeliveryState;
import licet.registry.delivery.ReceiverFormat;
import licet.registry.delivery.ReceiverState;
import licet.registry.identity.PersonLine;
import licet.registry.instrument.PaperKind;
import licet.registry.instrument.PaperState;
import licet.registry.license.ClauseGroup;
import licet.registry.license.LicenseQuery;
import licet.registry.mail.MailDigest;
import licet.registry.mail.MailState;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Language;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.policy.PolicyVersion;
import licet.registry.record.Replay;
import licet.registry.release.ImportResult;
import licet.registry.release.ReleaseEvent;
import licet.registry.release.ReleaseKind;
import licet.registry.stack.Decision;
import licet.registry.stack.ReviewState;
import licet.registry.stack.SlotNote;
import licet.registry.stack.SlotState;
import licet.registry.sync.SyncRun;
import licet.registry.sync.WatchHealth;
import licet.registry.waiver.WaiverState;
import licet.registry.watch.Tier;
import licet.rules.change.Change;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Identification;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;
import licet.rules.license.Grant;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.LicenseClass;
import licet.rules.lineage.Lineage;
import licet.rules.lineage.Modality;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Relation;
import licet.rules.lineage.Traits;
import licet.rules.obligation.Group;
import licet.rules.obligation.Pack;
import licet.rules.policy.PolicyCheck;
import licet.rules.policy.Topic;
import licet.rules.policy.Workflow;
import licet.rules.release.CheckedClaim;
import licet.rules.verdict.Answer;
import licet.rules.verdict.BasisChange;
import licet.rules.verdict.Finding;
import licet.web.fact.DeploymentFields;
import licet.web.fact.OrganizationPart;
import licet.web.model.EvidenceColumn;
import licet.web.model.LineageView;
import licet.web.request.AskView;
import licet.web.request.NewsLine;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path MAIN = Path.of(System.getProperty("licet.root"), "web/src/main");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([\\w.]+)");
    private static final Pattern ASKED = Pattern.compile("texts\\.get\\(\\s*\"([a-z]\\w*(?:\\.[\\w-]+)+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]\\w*(?:\\.[\\w-]+)+)\"");

    private static Stream<String> instrumentFields() {
        return Stream.of(
                "title",
                "party",
                "text",
                "textSha256",
                "document",
                "lifts",
                "entities",
                "deployments",
                "models",
                "acts",
                "places",
                "from",
                "until",
                "statement",
                "privileged");
    }

    /** Keys that pages put together from the word of a closed list. */
    private static Stream<String> composed() {
        return Stream.of(
                        keys("answer", Stream.of("ALLOW", "NEEDS", "DENY", "NOTE", "WAIVED")),
                        keys("instruments.kind", words(PaperKind.values())),
                        keys("why.paper", words(PaperKind.values())),
                        keys("instruments.party", words(PaperKind.values())),
                        keys("instruments.statement", words(PaperKind.values())),
                        keys("instruments.state", words(PaperState.values())),
                        keys("instruments.field", instrumentFields()),
                        keys("instruments.hint", instrumentFields()),
                        keys("legend", names(Answer.values())),
                        keys("identification", ids(Profile.State.values())),
                        keys("standing", names(EvidenceColumn.Standing.values())),
                        keys("lineage.standing", names(LineageView.Standing.values())),
                        keys("artifact", ids(Artifact.values())),
                        keys("basis", ids(Identification.Basis.values())),
                        keys("modality", ids(Modality.values())),
                        keys("relation", ids(Relation.values())),
                        keys("relation", ids(ModelEvidence.Hint.Kind.values())),
                        keys("size", ids(Traits.SizeBucket.values())),
                        keys("gating", ids(Traits.Gating.values())),
                        keys("releases.kind", words(ReleaseKind.values())),
                        keys("releases.basis", words(ReleaseEvent.Basis.values())),
                        keys("releases.outcome", ids(CheckedClaim.Outcome.values())),
                        keys(
                                "releases.point",
                                Stream.of(
                                        "released",
                                        "size",
                                        "license",
                                        "context",
                                        "mixture",
                                        "grant",
                                        "users-cap",
                                        "use-policy",
                                        "seat")),
                        keys("releases.import.outcome", words(ImportResult.Outcome.values())),
                        keys("calendar.kind", words(CalendarKind.values())),
                        keys("stacks.standing", words(SlotState.Standing.values())),
                        keys("stacks.review.state", words(ReviewState.values())),
                        keys("stacks.note", words(SlotNote.Kind.values())),
                        keys("stacks.license", Stream.of("unclear", "unknown")),
                        keys("review.step", Stream.of("open", "close", "call-off")),
                        keys("review.decision", words(Decision.values())),
                        keys("review.decided", words(Decision.values())),
                        keys("review.field", Stream.of("reason", "model", "revision")),
                        keys("renewals.by", Stream.of("family", "license", "developer", "country")),
                        keys("renewals.column", Stream.of("family", "license", "developer", "country")),
                        keys("calendar.scope", Stream.of("all", "mine", "team", "family", "stack")),
                        keys("calendar.view", Stream.of("month", "agenda", "year")),
                        keys("calendar.day", Stream.of("1", "2", "3", "4", "5", "6", "7")),
                        keys("catalog.sort", Stream.of(ModelSort.values()).map(ModelSort::word)),
                        keys("catalog.facet", words(Facet.values())),
                        keys("catalog.format", ids(Traits.WeightFormat.values())),
                        keys("catalog.lineage", ids(Profile.LineageGap.values())),
                        keys("catalog.lineage", Stream.of("none", "declared")),
                        keys("catalog.tier", Stream.of("examined", "listed", "stated")),
                        keys("sync.state", words(SyncRun.State.values())),
                        keys("sync.phase", words(SyncRun.Phase.values())),
                        keys("sync.tier", Stream.concat(words(Tier.values()), Stream.of("usual"))),
                        keys("sync.kind", watchKinds()),
                        keys("sync.what", watchKinds()),
                        keys("license.class", ids(LicenseClass.values())),
                        keys("license.grant", ids(Grant.State.values())),
                        keys("license.group", words(ClauseGroup.values())),
                        keys("license.difference", Stream.of("added", "gone", "changed")),
                        keys("licenses.sort", words(LicenseQuery.Sort.values())),
                        keys("requests.state", words(RequestState.values())),
                        keys("requests.standing", words(StageProgress.Standing.values())),
                        keys("requests.standing", Stream.of("plan")),
                        keys("requests.by", ids(Workflow.Reviewer.values())),
                        keys("requests.decide", words(Vote.Decision.values())),
                        keys("requests.told", words(Vote.Decision.values())),
                        keys("requests.told", words(ApprovalRequest.Message.Kind.values())),
                        keys("requests.told", told()),
                        keys("requests.sort", words(BoardSort.values())),
                        keys("requests.change", names(BasisChange.Kind.values())),
                        keys("approvals.state", words(ApprovalState.values())),
                        keys("news", words(AlertKind.values())),
                        keys("news.state", NewsLine.STATES.stream()),
                        keys("mailing.digest", words(MailDigest.values())),
                        keys("mailing.state", words(MailState.values())),
                        keys("receivers.format", words(ReceiverFormat.values())),
                        keys("severity", words(Severity.values())),
                        keys("subscriptions.scope", words(SubscriptionScope.values())),
                        keys("subscriptions.digest", words(Digest.values())),
                        keys("waivers.state", words(WaiverState.values())),
                        keys("waivers.step", Stream.of("confirm", "reject", "withdraw", "revoke")),
                        keys(
                                "waivers.told",
                                Stream.of(
                                        "proposed",
                                        "confirmed",
                                        "rejected",
                                        "withdrawn",
                                        "revoked",
                                        "expired",
                                        "reason-gone")),
                        keys("api.in", Stream.of("path", "query", "header")),
                        keys("receivers.state", words(ReceiverState.values())),
                        keys("receivers.delivery", words(DeliveryState.values())),
                        keys("away.field", Stream.of("delegate", "from", "until")),
                        keys("requests.obstacle", obstacles()),
                        keys("requests.mend", obstacles()),
                        keys("policy.state", words(PolicyVersion.State.values())),
                        keys("clearing.question", Stream.concat(words(QuestionKind.values()), Stream.of("all"))),
                        keys("clearing.about", words(QuestionKind.values())),
                        keys("clearing.state", words(Clearing.State.values())),
                        keys(
                                "clearing.source",
                                Stream.of(
                                        "card-tag",
                                        "license-name",
                                        "license-link",
                                        "file",
                                        "unread",
                                        "header",
                                        "settled",
                                        "ancestor")),
                        keys("clearing.source", ids(ModelEvidence.Hint.Kind.values())),
                        keys("policy.topic", ids(Topic.values())),
                        keys("policy.then", Stream.of("deny", "review", "approval", "acceptance", "note")),
                        keys("policy.result", ids(PolicyCheck.Result.values())),
                        keys("policy.file", Stream.of("none", "empty", "not-utf-8")),
                        keys("policy.diff", Stream.of("added", "gone", "gap")),
                        keys("scan", ids(Traits.Scan.values())),
                        keys("scan.state", Stream.of("done", "running")),
                        keys("records.replay", words(Replay.Result.values())),
                        keys("records.flaw", words(Replay.Flaw.values())),
                        keys("audit.flaw", Stream.of("altered", "missing", "end", "rewritten", "unreadable")),
                        keys(
                                "drift",
                                Stream.of(
                                        "license-tag",
                                        "license-text",
                                        "gated",
                                        "weights",
                                        "base-model",
                                        "renamed",
                                        "unlisted",
                                        "gone",
                                        "returned",
                                        "disabled",
                                        "new-member")),
                        keys("group", ids(Group.values())),
                        keys("duties.name", names(Pack.NameCheck.State.values())),
                        keys("step", ids(Change.Kind.values())),
                        keys("recipient", ids(Deployment.Recipient.values())),
                        keys("public-contract", ids(Deployment.PublicContract.values())),
                        keys("topic", Stream.concat(ids(Topic.values()), Stream.of("policy"))),
                        keys("fact.stage", ids(Deployment.Stage.values())),
                        keys("fact.channel", ids(Deployment.Channel.values())),
                        keys("fact.recipient", ids(Deployment.Recipient.values())),
                        keys("fact.public-contract", ids(Deployment.PublicContract.values())),
                        keys("fact.control", ids(ControlTest.values())),
                        keys("fact.answer", Stream.of("yes", "no", "unknown")),
                        keys("deployment.group", DeploymentFields.groupNames()),
                        keys("deployment.field", DeploymentFields.labeled()),
                        keys("deployment.hint", DeploymentFields.hinted()),
                        Stream.of(OrganizationPart.values()).flatMap(MessagesTest::ofPart),
                        keys("organization.age", ids(FigureAge.Kind.values())),
                        keys("design.use", Stream.of("paper", "leaf", "ink", "faint", "accent", "hairline", "line")),
                        keys("confirmations.rhythm", words(Rhythm.values())),
                        keys("dashboard.need", words(Need.Kind.values())),
                        keys(
                                "dashboard.action",
                                words(Need.Kind.values()).filter(kind -> !kind.equals("changed-terms"))),
                        keys("dashboard.chart", charts()),
                        keys("dashboard.about", charts()),
                        keys("dashboard.column", charts()),
                        keys("dashboard.lineage", ids(Profile.LineageGap.values())),
                        keys("dashboard.lineage", Stream.of("none", "declared")),
                        keys("dashboard", Stream.of("licenses.rest", "countries.rest")),
                        keys("role", words(Role.values())),
                        keys("reviewTopic", words(ReviewTopic.values())),
                        keys("people.state", words(PersonLine.State.values())),
                        keys("tokens.scope", words(Scope.values())),
                        keys("tokens.state", Stream.of("open", "ended", "revoked")),
                        keys("dashboard.watch", words(WatchHealth.State.values())),
                        keys("whose", ids(Finding.Whose.values())),
                        keys("compare.group", Stream.of("answer", "origin", "model")),
                        keys("compare.line", compared()),
                        keys("compare.lineage", ids(Profile.LineageGap.values())),
                        keys("compare.lineage", Stream.of("none", "declared", "unread")),
                        keys("compare.gap", ids(Lineage.Gap.Reason.values())),
                        keys("compare.tier", Stream.of("stated", "listed", "examined")),
                        keys("compare.hub", Stream.of("there", "missing", "disabled", "imported", "unseen")),
                        keys("source", Stream.of("card-tag", "license-name", "file", "header")),
                        keys(
                                "file",
                                Stream.of(
                                        "weights",
                                        "license",
                                        "notice",
                                        "use-policy",
                                        "card",
                                        "config",
                                        "weights-header",
                                        "tokenizer",
                                        "code",
                                        "other")))
                .flatMap(keys -> keys);
    }

    @Test
    void hasATextForEveryKeyThatIsUsed() throws IOException {
        var missing = new TreeSet<>(inTemplates());
        missing.addAll(found(MAIN.resolve("java"), ".java", ASKED));
        composed().forEach(missing::add);
        missing.removeAll(bundle());
        assertThat(missing).isEmpty();
    }

    @Test
    void hasNoTextThatNobodyUses() throws IOException {
        var unused = new TreeSet<>(ResourceBundle.getBundle("messages").keySet());
        unused.removeAll(inTemplates());
        unused.removeAll(inJava());
        composed().toList().forEach(unused::remove);
        assertThat(unused).isEmpty();
    }

    /** MessageFormat swallows a single one, and the braces after it with it. */
    @Test
    void writesTypographicApostrophes() {
        var ofAlerts = Stream.of(Language.values())
                .map(language -> AlertTexts.of(language).bundle());
        assertThat(Stream.concat(Stream.of(ResourceBundle.getBundle("messages")), ofAlerts)
                        .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString)))
                .noneMatch(text -> text.contains("'"));
    }

    /** What pages say alone, and what mails and chats say as well. */
    private static Set<String> bundle() {
        var all = new TreeSet<>(ResourceBundle.getBundle("messages").keySet());
        all.addAll(AlertTexts.ENGLISH.bundle().keySet());
        return all;
    }

    private static Set<String> inTemplates() throws IOException {
        return found(MAIN.resolve("resources/views"), ".html", IN_TEMPLATE);
    }

    private static Set<String> inJava() throws IOException {
        return found(MAIN.resolve("java"), ".java", LITERAL);
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> pattern.matcher(read(file)).results().map(match -> match.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> keys(String list, Stream<String> words) {
        return words.map(word -> list + "." + word);
    }

    private static Stream<String> ofPart(OrganizationPart part) {
        String kind = "organization." + part.word();
        return Stream.of(
                        keys(kind, Stream.of("new", "edit", "one")),
                        keys(kind + ".field", part.labeled()),
                        keys(kind + ".hint", part.hinted()))
                .flatMap(keys -> keys);
    }

    private static Stream<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name);
    }

    /** Lines of a comparison: what models are held against each other in, and what never agrees. */
    private static Stream<String> compared() {
        return Stream.concat(
                words(Aspect.values()), Stream.of("duties", "parameters", "released", "downloads", "likes"));
    }

    private static Stream<String> watchKinds() {
        return Stream.of("developer", "collection", "family", "search", "model", "hub");
    }

    private static Stream<String> told() {
        return Stream.of(
                "drafted", "submitted", "closed-approved", "closed-rejected", "closed-withdrawn", "break-glass");
    }

    private static Stream<String> obstacles() {
        return Stream.of(AskView.Obstacle.values())
                .filter(why -> why != AskView.Obstacle.NONE)
                .map(Enum::name);
    }

    private static Stream<String> charts() {
        return Stream.of("licenses", "classes", "countries", "lineage");
    }

    private static Stream<String> words(ClosedChoice... values) {
        return Stream.of(values).map(ClosedChoice::word);
    }

    private static Stream<String> ids(Enum<?>... values) {
        return Stream.of(values).map(Ids::of);
    }
}
