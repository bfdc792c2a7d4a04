package licet.registry.change;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import licet.registry.fact.Facts;
import licet.registry.identity.NewToken;
import licet.registry.identity.TeamText;
import licet.registry.identity.Teams;
import licet.registry.identity.Tokens;
import licet.registry.platform.Database;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.http.Standing;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Who may touch what belongs to another team. Every cell is asked at the running door, by a token of somebody of that
 * standing, and people read the table.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OtherTeamsTest {
    private static final Path TABLE = Path.of("..", "docs", "access-teams.md");
    private static final String DEPLOYMENT = "us-hosted-service";
    private static final String PAPER = """
            {"kind": "%s", "title": "A paper", "party": "Somebody", "statement": "Because.",
             "text": "llama-3.3-community", "lifts": [%s], "entities": ["%s"],
             "deployments": ["us-hosted-service"], "until": "2027-06-30"}
            """;
    private static final String CLEARING = """
            {"question": "undeclared", "key": "nothing", "parents": [], "reasons": "Because."}
            """;
    private static final String REQUEST = """
            {"model": "nobody/nothing", "deployment": "us-hosted-service", "justification": "Because."}
            """;

    private static final String WAIVER = """
            {"finding": "policy/nothing/nothing", "model": "nobody/nothing", "deployment": "us-hosted-service",
             "reason": "Because.", "until": "2027-01-31", "evidenceLink": "https://tracker.example.com/1"}
            """;

    private static TestRegistry registry;
    private static final Map<String, Standing> STANDINGS = standings();
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();
    private static String counsel = "";

    private static Map<String, Standing> standings() {
        var all = new LinkedHashMap<String, Standing>();
        for (var role : Role.values()) {
            all.put(role.word(), Standing.of(Set.of(role)));
            if (role == Role.REVIEWER) {
                all.put("reviewer for legal", new Standing(Set.of(role), Set.of(ReviewTopic.LEGAL), Set.of()));
            }
        }
        return all;
    }

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        // The link of the first start works only while nobody is there.
        var admin = registry.bean(Credentials.class)
                .findBySession(registry.session())
                .orElseThrow();
        var members = new ArrayList<String>();
        STANDINGS.forEach((name, standing) -> {
            for (boolean member : new boolean[] {true, false}) {
                String login = name.replace(' ', '-') + (member ? "-inside" : "-outside");
                TOKENS.put(login, token(login, standing));
                if (member) {
                    members.add(login);
                }
            }
        });
        counsel = token("counsel", new Standing(Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL), Set.of()));
        registry.bean(Teams.class).save(new TeamText("owners", "Owners", members, List.of(DEPLOYMENT)), admin);
    }

    private static String token(String login, Standing standing) {
        Instant now = registry.clock().instant();
        UUID id = TimeOrderedId.at(now);
        registry.bean(Database.class).write(sql -> {
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                    id,
                    login,
                    now);
            standing.topics()
                    .forEach(topic -> sql.update(
                            "INSERT INTO person_review_topic (person_id, topic) VALUES (?, ?)", id, topic.word()));
            standing.roles()
                    .forEach(role ->
                            sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word()));
            return 0;
        });
        var owner = new Principal(id, login, standing, Set.of(), new Principal.Via.Session(FormToken.of(login)));
        return registry.bean(Tokens.class)
                .create(new NewToken("of " + login, Scope.WRITE, null), owner)
                .secret();
    }

    private enum Act {
        CHANGE_FACTS("change the facts of its deployment"),
        AGREEMENT("record an agreement for its deployment"),
        ACCEPTANCE("record an acceptance for its deployment"),
        LEGAL_POSITION("record a legal position for its deployment"),
        REVOKE("end a legal position that somebody else recorded"),
        CLEARING("conclude what evidence leaves open"),
        REQUEST("ask for an approval in its deployment"),
        WAIVER("propose a waiver in its deployment");

        private final String words;

        Act(String words) {
            this.words = words;
        }

        /** Whether the door and the service behind it let the caller so far that only what was sent can be wrong. */
        boolean isOpenTo(String token) {
            return switch (this) {
                case CHANGE_FACTS -> send("PUT", "/deployments/" + DEPLOYMENT, "{}", token);
                case AGREEMENT -> send("POST", "/instruments", paper("agreement"), token);
                case ACCEPTANCE -> send("POST", "/instruments", paper("acceptance"), token);
                case LEGAL_POSITION -> send("POST", "/instruments", paper("legal-position"), token);
                case REVOKE -> send("POST", "/instruments/" + recorded() + "/revoke", "{\"reason\": \"Over.\"}", token);
                case CLEARING -> send("POST", "/clearings", OtherTeamsTest.CLEARING, token);
                case REQUEST -> send("POST", "/approval-requests", OtherTeamsTest.REQUEST, token);
                case WAIVER -> send("POST", "/waivers", OtherTeamsTest.WAIVER, token);
            };
        }
    }

    /** Nothing is wrong with it, so that only the caller can be. */
    private static String paper(String kind) {
        var entity = registry.bean(Facts.class)
                .current()
                .organization()
                .organization()
                .entities()
                .getFirst();
        String lifts = kind.equals("acceptance") ? "" : "\"llama-3.3-community/grant/use\"";
        return PAPER.formatted(kind, lifts, entity.key().value());
    }

    private static String recorded() {
        var made = registry.send(registry.request("/api/v1/instruments")
                .header("Authorization", "Bearer " + counsel)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(paper("legal-position"))));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    }

    private static boolean send(String method, String path, String body, String token) {
        var answer = registry.send(registry.request("/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
        assertThat(answer.statusCode())
                .as(path + " " + answer.body())
                .isNotEqualTo(401)
                .isLessThan(500);
        return answer.statusCode() != 403;
    }

    @Test
    void theTableThatPeopleReadIsWhatTheDoorDoes() throws IOException {
        var open = new LinkedHashMap<Act, Map<String, Boolean>>();
        for (var act : Act.values()) {
            var cells = new LinkedHashMap<String, Boolean>();
            TOKENS.forEach((login, token) -> cells.put(login, act.isOpenTo(token)));
            open.put(act, cells);
        }
        assertTeamsCount(open.get(Act.CHANGE_FACTS));
        for (var act : Act.values()) {
            if (act != Act.CHANGE_FACTS) {
                assertTeamsDoNotCount(act, Optional.ofNullable(open.get(act)).orElseThrow());
            }
            assertThat(open.get(act)).as("auditors change nothing").containsEntry("auditor-outside", false);
            assertThat(open.get(act)).as("auditors change nothing").containsEntry("auditor-inside", false);
        }
        String text = text(open);
        if ("write".equals(System.getProperty("licet.golden"))) {
            Files.writeString(TABLE, text);
        }
        assertThat(Files.readString(TABLE))
                .as("write it anew with -Dlicet.golden=write")
                .isEqualTo(text);
    }

    /** Facts belong to the team: of the others only administrators change them. */
    private static void assertTeamsCount(Map<String, Boolean> cells) {
        cells.forEach((login, may) -> assertThat(may)
                .as(login)
                .isEqualTo(login.startsWith("administrator")
                        || login.endsWith("-inside") && !login.startsWith("auditor")));
    }

    /** Papers, clearings and requests are the organization's: the role decides, whoever owns the deployment. */
    private static void assertTeamsDoNotCount(Act act, Map<String, Boolean> cells) {
        for (var name : STANDINGS.keySet()) {
            String login = name.replace(' ', '-');
            assertThat(cells.get(login + "-outside")).as(act + " by " + name).isEqualTo(cells.get(login + "-inside"));
        }
    }

    private static String text(Map<Act, Map<String, Boolean>> open) {
        var head = STANDINGS.keySet().stream().collect(joining(" | "));
        var line = Stream.generate(() -> "---").limit(STANDINGS.size()).collect(joining(" | "));
        var rows = open.entrySet().stream()
                .flatMap(act -> Stream.of("-inside", "-outside")
                        .map(side -> "| %s | %s | %s |"
                                .formatted(
                                        act.getKey().words,
                                        side.equals("-inside") ? "that team" : "another",
                                        STANDINGS.keySet().stream()
                                                .map(name -> Boolean.TRUE.equals(
                                                                act.getValue().get(name.replace(' ', '-') + side))
                                                        ? "+"
                                                        : "-")
                                                .collect(joining(" | ")))))
                .collect(joining("\n"));
        return """
                # Who may touch what belongs to a team

                A team owns a deployment. The table is asked at the running door, cell by cell; people of that team and of \
                another try the same. Facts belong to the team; agreements, acceptances, legal positions, clearings and \
                requests are the organization's, so the role alone decides.

                | what | of | %s |
                | --- | --- | %s |
                %s
                """.formatted(head, line, rows);
    }
}
