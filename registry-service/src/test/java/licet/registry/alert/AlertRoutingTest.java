package licet.registry.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import licet.registry.identity.PersonalTraces;
import licet.registry.identity.TeamText;
import licet.registry.identity.Teams;
import licet.registry.platform.Database;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of what, how soon, and who takes care of it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class AlertRoutingTest {
    private static TestRegistry registry;
    private static ToldPeople people;
    private static Principal ada;
    private static Principal bob;
    private static Principal eve;
    private static long model;

    /** Bob owns eu-internal-tool, for which QwQ is approved; Eve is nobody's colleague. */
    @BeforeAll
    static void start() {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        people = new ToldPeople(registry);
        ada = registry.bean(Credentials.class).findBySession(registry.session()).orElseThrow();
        bob = people.join("bob");
        eve = people.join("eve");
        people.join("kim");
        registry.bean(Teams.class)
                .save(new TeamText("tools", "Tools", List.of("bob", "kim"), List.of("eu-internal-tool")), ada);
        model = people.approve("Qwen/QwQ-32B", "eu-internal-tool", bob);
    }

    private static Subscription subscribe(Principal by, String words) {
        var given = words.strip().split("\\s+");
        return registry.bean(Subscriptions.class)
                .add(
                        NewSubscription.of(new NewSubscription.Words(
                                given.length > 4 ? given[4] : "person",
                                given.length > 5 ? given[5] : "",
                                given[0],
                                given[1].equals("-") ? "" : given[1],
                                given[2],
                                List.of(),
                                given[3])),
                        by);
    }

    private static String told(About about, AlertKind kind) {
        var audience = registry.bean(Database.class)
                .read(sql -> registry.bean(AlertRouting.class).to(sql, about, kind));
        var names = new TreeMap<String, String>();
        audience.people().forEach((person, digest) -> names.put(people.login(person), digest.word()));
        return names.toString();
    }

    /** Scope, about, least severity and digest of Eve's only wish; then what happens, and how she is told of it. */
    @ParameterizedTest
    @CsvSource({
        "model     Qwen/QwQ-32B     info     daily,     Qwen/QwQ-32B, MODEL_NEW,            daily",
        "model     qwen/qwq-32b     warning  weekly,    Qwen/QwQ-32B, LICENSE_TEXT_CHANGED, weekly",
        "model     Qwen/QwQ-32B     warning  daily,     Qwen/QwQ-32B, MODEL_NEW,            ''",
        "model     Qwen/QwQ         info     daily,     Qwen/QwQ-32B, MODEL_NEW,            ''",
        "developer Qwen             critical immediate, Qwen/QwQ-32B, WEIGHTS_CHANGED,      immediate",
        "developer Qwen             critical immediate, Qwen/QwQ-32B, GATING_CHANGED,       ''",
        "developer google           info     immediate, Qwen/QwQ-32B, WEIGHTS_CHANGED,      ''",
        "family    qwq              info     inbox,     Qwen/QwQ-32B, MODEL_NEW,            inbox",
        "family    Qwen/QwQ         info     inbox,     Qwen/QwQ-32B, MODEL_NEW,            inbox",
        "family    google/QwQ       info     inbox,     Qwen/QwQ-32B, MODEL_NEW,            ''",
        "deployment eu-internal-tool info    daily,     Qwen/QwQ-32B, MODEL_NEW,            daily",
        "deployment us-hosted-service info   daily,     Qwen/QwQ-32B, MODEL_NEW,            ''",
        "watched   -                info     daily,     Qwen/QwQ-32B, MODEL_NEW,            daily",
        "approved  tools            info     weekly,    Qwen/QwQ-32B, MODEL_NEW,            weekly"
    })
    void people_are_told_what_they_subscribed_to(String wish, String about, AlertKind kind, String digest) {
        var added = subscribe(eve, wish);
        try {
            var eves = digest.isEmpty() ? "" : "eve=" + digest + ", ";
            assertThat(told(About.model(model, about), kind))
                    .as("the team that owns the deployment is told of everything at once")
                    .isEqualTo("{bob=immediate, " + eves + "kim=immediate}");
        } finally {
            registry.bean(Subscriptions.class).end(added.id(), eve);
        }
    }

    @Test
    void a_team_that_says_itself_what_it_wants_is_told_no_more() {
        var about = About.model(model, "Qwen/QwQ-32B");
        var added = subscribe(bob, "approved tools critical daily team tools");
        assertThat(told(about, AlertKind.GATING_CHANGED)).isEqualTo("{}");
        assertThat(told(about, AlertKind.WEIGHTS_CHANGED)).isEqualTo("{bob=daily, kim=daily}");
        var own = subscribe(bob, "model Qwen/QwQ-32B info immediate");
        assertThat(told(about, AlertKind.WEIGHTS_CHANGED)).as("the sooner").isEqualTo("{bob=immediate, kim=daily}");
        registry.bean(Subscriptions.class).end(own.id(), bob);
        registry.bean(Subscriptions.class).end(added.id(), bob);
    }

    @Test
    void what_is_approved_for_nobody_is_told_to_nobody() {
        assertThat(told(About.model(0, "acme/unknown"), AlertKind.WEIGHTS_CHANGED))
                .isEqualTo("{}");
        assertThat(told(About.model(0, "acme/unknown").in("eu-internal-tool"), AlertKind.VERDICT_FLIPPED))
                .isEqualTo("{bob=immediate, kim=immediate}");
    }

    @Test
    void a_retirement_is_told_once_for_each_distance() {
        var retirement = new RetirementAlerts.Retirement(
                About.family("QwQ"), "QwQ", "release", "r-1", LocalDate.parse("2027-02-01"), "/releases");
        for (int days : RetirementAlerts.AHEAD) {
            people.changing(sql -> registry.bean(RetirementAlerts.class).raise(sql, retirement, days));
            people.changing(sql -> registry.bean(RetirementAlerts.class).raise(sql, retirement, days));
        }
        assertThat(people.told(bob).stream()
                        .filter(alert -> alert.kind() == AlertKind.RETIREMENT_NEAR)
                        .map(alert -> alert.facts().get("days")))
                .containsExactlyInAnyOrder("90", "60", "30", "7");
    }

    @Test
    void what_one_takes_care_of_the_team_sees_and_nobody_else() {
        var kim = people.principal("kim");
        people.raise(AlertKind.COMMENT, "taken", Set.of(id(bob), id(eve)));
        people.raise(AlertKind.COMMENT, "taken", Set.of(id(kim)));
        people.changing(sql -> registry.bean(Alerts.class)
                .raise(
                        sql,
                        new NewAlert(
                                AlertKind.ESCALATION,
                                Set.of(id(bob), id(kim), id(eve)),
                                "sample",
                                "shared",
                                Map.of("of", "1"))));
        var shared = one(bob, "shared");
        var inbox = registry.bean(AlertInbox.class);
        assertThat(inbox.acknowledge(Set.of(shared.id()), bob)).isEqualTo(1);
        assertThat(inbox.acknowledge(Set.of(shared.id()), bob)).as("once").isZero();
        assertThat(one(bob, "shared").readAt()).isPresent();
        assertThat(one(kim, "shared").taken())
                .singleElement()
                .extracting(Alert.Acknowledgement::login)
                .isEqualTo("bob");
        assertThat(one(eve, "shared").taken()).isEmpty();
        assertThat(inbox.acknowledge(Set.of(shared.id()), ada))
                .as("not told of it")
                .isZero();
    }

    private static Alert one(Principal person, String object) {
        return people.told(person).stream()
                .filter(alert -> alert.objectId().equals(object))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lists_are_narrowed_by_how_much_matters_and_by_kind() {
        var sam = people.join("sam");
        for (var kind : List.of(AlertKind.COMMENT, AlertKind.GATING_CHANGED, AlertKind.WEIGHTS_CHANGED)) {
            people.raise(kind, "narrowed", Set.of(id(sam)));
        }
        var inbox = registry.bean(AlertInbox.class);
        for (var least : Severity.values()) {
            var found =
                    inbox.list(new AlertQuery(false, Optional.empty(), 9, Optional.of(least), Optional.empty()), sam);
            assertThat(found).as(least.word()).hasSize(3 - least.ordinal());
        }
        var kind = Optional.of(AlertKind.COMMENT);
        var found = inbox.list(new AlertQuery(false, Optional.empty(), 9, Optional.empty(), kind), sam);
        assertThat(found).extracting(Alert::kind).containsExactly(AlertKind.COMMENT);
        assertThat(inbox.markAllRead(found.getFirst().id(), sam))
                .as("what came since stays")
                .isEqualTo(1);
        assertThat(inbox.unread(sam)).isEqualTo(2);
    }

    @Test
    void what_belongs_to_others_stays_theirs() {
        assertThatThrownBy(() -> subscribe(eve, "approved tools info daily team tools"))
                .hasMessageContaining("member");
        var bobs = subscribe(bob, "family gemma info daily team tools");
        var all = registry.bean(Subscriptions.class);
        assertThat(all.list(eve)).isEmpty();
        assertThatThrownBy(() -> all.end(bobs.id(), eve)).hasMessageContaining("subscription");
        assertThat(all.list(people.principal("kim")))
                .extracting(Subscription::id)
                .contains(bobs.id());
        assertThat(all.list(ada))
                .as("administrators")
                .extracting(Subscription::id)
                .contains(bobs.id());
        assertThatThrownBy(() -> subscribe(bob, "family gemma info weekly team tools"))
                .hasMessageContaining("end the other one");
        all.end(bobs.id(), people.principal("kim"));
        assertThat(all.list(bob)).isEmpty();
    }

    @Test
    void who_only_reads_subscribes_alone_and_takes_care_of_nothing() {
        var max = people.join("max", Set.of(Role.AUDITOR));
        registry.bean(Teams.class).save(new TeamText("audit", "Audit", List.of("max"), List.of()), ada);
        people.raise(AlertKind.COMMENT, "audited", Set.of(id(max)));
        var told = Set.of(people.told(max).getFirst().id());
        assertThatThrownBy(() -> registry.bean(AlertInbox.class).acknowledge(told, max))
                .hasMessageContaining("only read");
        assertThatThrownBy(() -> subscribe(max, "family gemma info daily team audit"))
                .hasMessageContaining("member");
        registry.bean(Subscriptions.class)
                .end(subscribe(max, "family gemma info daily").id(), max);
    }

    @Test
    void what_somebody_erased_wanted_is_gone() {
        var pat = people.join("pat");
        subscribe(pat, "watched - info daily");
        people.raise(AlertKind.COMMENT, "erased", Set.of(id(pat)));
        registry.bean(AlertInbox.class)
                .acknowledge(Set.of(people.told(pat).getFirst().id()), pat);
        people.changing(sql -> registry.context().getBeansOfType(PersonalTraces.class).stream()
                .filter(AlertsOfErased.class::isInstance)
                .forEach(traces -> traces.erase(sql, new PersonalTraces.Erased(id(pat), Set.of("pat"), "somebody"))));
        assertThat(people.told(pat)).isEmpty();
        assertThat(registry.bean(Subscriptions.class).list(pat)).isEmpty();
        assertThat(told(About.model(0, "acme/unknown"), AlertKind.WEIGHTS_CHANGED))
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"scope": "model", "about": "no-owner"}                    | owner/name
            {"scope": "nothing", "about": "x"}                         | use one of
            {"scope": "deployment", "about": "nobody"}                 | there is no deployment
            {"scope": "approved", "about": "nobody"}                   | there is no team
            {"scope": "watched", "least": "loud"}                      | use one of
            {"scope": "watched", "kinds": ["loud"]}                    | use one of
            {"scope": "watched", "digest": "hourly"}                   | use one of
            {"scope": "watched", "color": "red"}                       | unknown field
            """)
    void what_cannot_be_told_is_refused(String body, String why) {
        assertThatThrownBy(() -> registry.bean(Subscriptions.class).add(NewSubscription.parse(body), eve))
                .hasMessageContaining(why);
    }

    private static UUID id(Principal person) {
        return Optional.ofNullable(person.personId()).orElseThrow();
    }

    @Test
    void every_kind_says_how_much_it_matters() {
        assertThat(Arrays.stream(AlertKind.values()).map(AlertKind::severity)).containsAll(List.of(Severity.values()));
    }
}
