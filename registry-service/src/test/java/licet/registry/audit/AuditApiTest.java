package licet.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import licet.registry.identity.NewToken;
import licet.registry.identity.Tokens;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.testing.ExportedChain;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditApiTest {
    @TempDir
    static Path heads;

    private static TestRegistry registry;
    private static UUID ada;
    private static String auditor;

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false", "licet.audit-heads", heads.toString()));
        ada = person("ada", "Ada Byron", Role.POLICY_AUTHOR);
        auditor = token(person("olga", "Olga Auditor", Role.AUDITOR), Role.AUDITOR);
        for (int i = 0; i < 5; i++) {
            write(AuditEvent.of(new Actor.Person(ada), "cup.fill", "cup", "c" + i, Map.of("after", Map.of("to", i)))
                    .because("thirst ä \"1\"\nand more"));
            registry.clock().advance(Duration.ofDays(1));
        }
        write(AuditEvent.of(Actor.HOST, "cup.drop", "cup", "c1", Map.of()));
    }

    private static void write(AuditEvent event) {
        registry.bean(Database.class).write(sql -> {
            registry.bean(AuditLog.class).append(event);
            return event;
        });
    }

    private static UUID person(String login, String name, Role role) {
        var id = UUID.randomUUID();
        registry.bean(Database.class).write(sql -> {
            sql.update(
                    "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                    id,
                    login,
                    registry.clock().instant());
            sql.update("INSERT INTO person_profile (person_id, display_name) VALUES (?, ?)", id, name);
            return sql.update("INSERT INTO person_role (person_id, role) VALUES (?, ?)", id, role.word());
        });
        return id;
    }

    private static String token(UUID owner, Role role) {
        var caller =
                new Principal(owner, "x", Set.of(role), Set.of(), new Principal.Via.Session(FormToken.of(role.word())));
        return registry.bean(Tokens.class)
                .create(new NewToken("reports", Scope.READ, null), caller)
                .secret();
    }

    private static JsonNode get(String path) throws IOException {
        var answer = registry.get("/api/v1/audit" + path, auditor);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private static List<String> actions(JsonNode page) {
        return page.get("entries").findValuesAsText("action");
    }

    @Test
    void theNewestEntryComesFirstAndPagesMeetWithoutGapOrRepeat() throws IOException {
        var seen = new ArrayList<Integer>();
        String next = "";
        do {
            var page = get("?limit=2&kind=cup" + next);
            page.get("entries").forEach(entry -> seen.add(entry.get("seq").asInt()));
            next = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!next.isEmpty());
        assertThat(seen).hasSize(6).isSortedAccordingTo((a, b) -> b - a).doesNotHaveDuplicates();
    }

    @Test
    void everyFilterNarrows() throws IOException {
        assertThat(actions(get("?kind=cup&id=c1"))).containsExactly("cup.drop", "cup.fill");
        assertThat(actions(get("?action=cup.drop"))).containsExactly("cup.drop");
        assertThat(actions(get("?actor=host"))).containsExactly("cup.drop");
        assertThat(actions(get("?actor=ADA"))).hasSize(5);
        assertThat(actions(get("?actor=" + ada + "&kind=cup"))).hasSize(5);
        assertThat(actions(get("?actor=nobody"))).isEmpty();
        assertThat(actions(get("?kind=cup&from=2026-11-04&to=2026-11-05"))).hasSize(2);
        assertThat(actions(get("?kind=cup&from=2026-11-04T09:00:00Z&to=2026-11-05T09:00:00Z")))
                .hasSize(1);
    }

    @Test
    void whoIsNamedAsLongAsThereIsAProfile() throws IOException {
        var person = get("?actor=ada&limit=1").at("/entries/0/actor");
        assertThat(person.get("name").asText()).isEqualTo("Ada Byron");
        var gone = person("gone", "Gone Girl", Role.REQUESTER);
        write(AuditEvent.of(new Actor.Person(gone), "cup.wash", "sink", "s", Map.of()));
        registry.bean(Database.class).write(sql -> sql.update("DELETE FROM person_profile WHERE person_id = ?", gone));
        var nameless = get("?kind=sink").at("/entries/0/actor");
        assertThat(nameless.has("name")).isFalse();
        assertThat(nameless.get("id").asText()).isEqualTo(gone.toString());
        assertThat(get("").toString()).doesNotContain("Gone");
    }

    @Test
    void aTokenIsShownWithWhoAnswersForIt() throws IOException {
        var owner = person("owner", "Otto Owner", Role.ADMINISTRATOR);
        token(owner, Role.ADMINISTRATOR);
        var id = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT id FROM api_token WHERE owner_id = ?", row -> row.getObject("id", UUID.class), owner));
        write(AuditEvent.of(new Actor.Token(id), "cup.buy", "shop", "s", Map.of()));
        var doer = get("?kind=shop").at("/entries/0/actor");
        assertThat(doer.get("kind").asText()).isEqualTo("token");
        assertThat(doer.get("name").asText()).isEqualTo("reports");
        assertThat(doer.at("/owner/name").asText()).isEqualTo("Otto Owner");
        assertThat(actions(get("?actor=owner"))).contains("cup.buy");
    }

    @Test
    void whatCannotBeMeantIsRefusedByName() {
        for (var wrong :
                List.of("?id=c1", "?from=soon", "?limit=0", "?limit=201", "?cursor=x", "/verification?from=0")) {
            var answer = registry.get("/api/v1/audit" + wrong, auditor);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAuditorsAndAdministratorsRead(Role role) {
        var mine = token(person("r-" + role.word(), "R", role), role);
        boolean may = role == Role.AUDITOR || role == Role.ADMINISTRATOR;
        for (var path : List.of("", "/verification", "/entries.jsonl")) {
            assertThat(registry.get("/api/v1/audit" + path, mine).statusCode()).isEqualTo(may ? 200 : 403);
        }
    }

    @Test
    void theChainIsHeldAgainstTheHeadsOutside() throws IOException {
        var check = registry.bean(AuditCheck.class);
        var mark = check.mark().orElseThrow();
        assertThat(get("/verification").get("result").asText()).isEqualTo("intact");
        try (var files = Files.list(heads)) {
            var file = files.findFirst().orElseThrow();
            assertThat(Files.readString(file)).contains(mark.hash()).endsWith("\n");
            var before = Files.readString(file);
            Files.writeString(file, before + before.replace(mark.hash(), "ab".repeat(32)));
            var broken = get("/verification");
            assertThat(broken.get("result").asText()).isEqualTo("rewritten");
            assertThat(broken.get("flaw").asText()).contains("entry " + mark.seq());
            Files.writeString(file, before);
        }
    }

    /** As docs/audit.md says, with nothing of the product. */
    @Test
    void aStrangerChecksTheExportWithoutTheProduct() throws Exception {
        var lines = registry.get("/api/v1/audit/entries.jsonl", auditor)
                .body()
                .lines()
                .toList();
        assertThat(lines.size()).isGreaterThan(6);
        ExportedChain.assertWhole(lines);
    }

    @Test
    void anExportIsOfNumbersOrOfDays() {
        var some = registry.get("/api/v1/audit/entries.jsonl?first=2&last=4", auditor)
                .body();
        assertThat(some.lines().map(line -> line.replaceAll(".*\"seq\":(\\d+).*", "$1")))
                .containsExactly("2", "3", "4");
        var day = registry.get("/api/v1/audit/entries.jsonl?from=2026-11-04&to=2026-11-04", auditor)
                .body();
        assertThat(day.lines()).hasSize(1).allMatch(line -> line.contains("2026-11-04T"));
    }
}
