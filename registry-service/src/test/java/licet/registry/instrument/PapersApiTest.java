package licet.registry.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.http.Standing;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.testing.TestRegistry;
import licet.rules.Knowledge;
import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.Instrument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Papers are put on record by those who may, say what they must, and never change. */
class PapersApiTest {
    private static final String POSITION = """
            {"kind": "legal-position", "title": "Reading of the acceptable use", "party": "Counsel",
             "statement": "Internal evaluation is not a service.", "text": "llama-3.3-community",
             "lifts": ["llama-3.3-community/grant/use"], "until": "2027-06-30", "privileged": "only for counsel"}
            """;
    private static final String NOWHERE = "00000000000000000000000000000000000000000000000000000000000000ff";
    private static final String ACCEPTANCE = """
            {"kind": "acceptance", "title": "Llama terms", "party": "Purchasing", "text": "llama-3.3-community",
             "lifts": [], "entities": ["%s"], "until": "2027-06-30"}
            """;
    private static TestRegistry registry;
    private static Principal counsel;

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        counsel = person("counsel", Set.of(ReviewTopic.LEGAL), Role.REVIEWER);
    }

    private static Principal person(String login, Set<ReviewTopic> topics, Role... roles) {
        var id = UUID.randomUUID();
        registry.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                        id,
                        login,
                        Instant.parse("2026-11-01T00:00:00Z")));
        var standing = new Standing(Arrays.stream(roles).collect(Collectors.toSet()), topics, Set.of());
        return new Principal(id, login, standing, Set.of(), new Principal.Via.Session(FormToken.of(login)));
    }

    private static NewPaper read(String body) {
        return registry.bean(PaperText.class).read(body);
    }

    private static Paper record(String body, Principal by) {
        return registry.bean(Papers.class).record(read(body), by);
    }

    @Test
    void what_counsel_wrote_for_counsel_is_seen_by_counsel_and_auditors_alone() {
        var papers = registry.bean(Papers.class);
        var paper = record(POSITION, counsel);
        assertThat(papers.privileged(paper.id(), counsel)).contains("only for counsel");
        assertThat(papers.privileged(paper.id(), person("reads-all", Set.of(), Role.AUDITOR)))
                .contains("only for counsel");
        assertThat(papers.privileged(paper.id(), person("approves", Set.of(), Role.APPROVER, Role.ADMINISTRATOR)))
                .isEmpty();
        var token = registry.token(Scope.WRITE);
        for (var path : new String[] {"/api/v1/instruments", "/api/v1/instruments/" + paper.id()}) {
            var answer = registry.get(path, token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Internal evaluation").doesNotContain("only for counsel");
        }
        List<String> details = registry.bean(Database.class)
                .read(sql -> sql.list("SELECT detail FROM audit_entry", row -> row.getString(1)));
        assertThat(details).isNotEmpty().noneMatch(detail -> detail.contains("only for counsel"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void roles_alone_let_only_approvers_sign(Role role) {
        var caller = person("alone-" + role.word(), Set.of(), role);
        assertThat(PaperRights.mayRecord(caller, PaperKind.AGREEMENT)).isEqualTo(role == Role.APPROVER);
        assertThat(PaperRights.mayRecord(caller, PaperKind.LEGAL_POSITION)).isEqualTo(role == Role.APPROVER);
        assertThat(PaperRights.mayRecord(caller, PaperKind.ACCEPTANCE))
                .isEqualTo(Set.of(Role.APPROVER, Role.REVIEWER, Role.REQUESTER).contains(role));
        if (role != Role.APPROVER) {
            assertThatThrownBy(() -> record(POSITION, caller))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem()).isInstanceOf(RegistryProblem.Forbidden.class));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"until\": \"2027-06-30\" | \"until\": \"2020-01-01\" | /until",
                "\"until\": \"2027-06-30\", | '' | /until",
                "grant/use | grant/nothing | /lifts",
                "\"kind\": \"legal-position\" | \"kind\": \"waiver\" | /kind",
                "\"kind\": \"legal-position\" | \"kind\": \"agreement\" | /entities",
                "\"text\": \"llama-3.3-community\" | \"text\": \"nothing\" | /text",
                "\"title\" | \"deployments\": [\"nowhere\"], \"title\" | /deployments",
                "\"title\" | \"document\": {\"name\": \"a\", \"type\": \"text/html\", \"base64\": \"YQ==\"}, \"title\" | /document/type"
            })
    void what_is_wrong_is_named(String part, String other, String field) {
        var body = POSITION.replace(part, other);
        assertThat(body).isNotEqualTo(POSITION);
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(((RegistryProblem.Malformed) refused.problem())
                                        .errors()
                                        .getFirst()
                                        .field())
                                .isEqualTo(field));
    }

    private static String acceptance() {
        return ACCEPTANCE.formatted(registry.bean(Facts.class)
                .current()
                .organization()
                .organization()
                .entities()
                .getFirst()
                .key()
                .value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\": \"llama-3.3-community\", | '' | /text",
                "\"text\": \"llama-3.3-community\" | \"textSha256\": \"" + NOWHERE + "\" | /text",
                "\"text\": \"llama-3.3-community\" | \"text\": \"LIVE\" | /textSha256",
                "\"text\": \"llama-3.3-community\" | \"textSha256\": \"short\" | /textSha256",
                "\"lifts\": [] | \"lifts\": [\"llama-3.3-community/grant/use\"] | /lifts"
            })
    void an_acceptance_is_one_of_one_version_of_a_text(String part, String other, String field) {
        var changed = other.replace("LIVE", live());
        var body = acceptance().replace(part, changed);
        assertThat(body).isNotEqualTo(acceptance());
        assertThat(wrong(body)).isEqualTo(field);
    }

    private static String live() {
        return registry.bean(Knowledge.class).licenses().licenses().stream()
                .filter(license -> license.terms().kind() != License.Terms.Kind.FIXED)
                .map(license -> license.key().value())
                .findFirst()
                .orElseThrow();
    }

    private static String wrong(String body) {
        try {
            read(body);
        } catch (ProblemException refused) {
            return ((RegistryProblem.Malformed) refused.problem())
                    .errors()
                    .getFirst()
                    .field();
        }
        throw new AssertionError("taken: " + body);
    }

    @Test
    void bytes_that_were_read_say_themselves_which_text_was_accepted() {
        record Known(String hash, String license) {}
        var known = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT encode(f.sha256, 'hex') AS hash, c.concluded_license FROM model m"
                                + " JOIN conclusion c ON c.id = m.current_conclusion_id"
                                + " JOIN evidence_file f ON f.snapshot_id = m.current_snapshot_id"
                                + " WHERE f.kind = 'license' AND f.state = 'read' AND c.identification_state = 'identified'"
                                + " AND m.full_name_lower = 'qwen/qwen2.5-72b-instruct'",
                        row -> new Known(row.getString("hash"), row.getString("concluded_license"))));
        String hash = known.hash();
        var byHash = acceptance().replace("\"text\": \"llama-3.3-community\"", "\"textSha256\": \"" + hash + "\"");
        assertThat(read(byHash).content().text()).contains(known.license());
        var contradicted = byHash.replace("\"title\"", "\"text\": \"apache-2.0\", \"title\"");
        assertThat(wrong(contradicted)).isEqualTo("/textSha256");
        var instrument = read(byHash).content().instrument("acceptance:1");
        assertThat(instrument.text())
                .contains(new Instrument.Text(Optional.of(new LicenseKey(known.license())), Optional.of(hash)));
    }

    @Test
    void a_change_is_a_new_paper_and_the_old_one_ends() {
        var papers = registry.bean(Papers.class);
        var old = record(POSITION, counsel);
        var replacing = POSITION.replace("\"title\"", "\"replaces\": " + old.id() + ", \"title\"");
        var paper = record(replacing, counsel);
        assertThat(papers.get(old.id()).stateAt(registry.clock().instant())).isEqualTo(PaperState.REVOKED);
        assertThat(paper.replaces()).contains(old.id());
        assertThatThrownBy(() -> record(replacing, counsel))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isInstanceOf(RegistryProblem.Conflict.class));
        assertThat(papers.list(PaperQuery.ALL)).extracting(Paper::id).contains(old.id(), paper.id());
    }

    @Test
    void the_year_ahead_counts_what_ends_in_each_month() {
        var papers = registry.bean(Papers.class);
        long before = ending("2027-03");
        record(POSITION.replace("2027-06-30", "2027-03-01"), counsel);
        record(POSITION.replace("2027-06-30", "2027-03-31T23:59:59Z"), counsel);
        var revoked = record(POSITION.replace("2027-06-30", "2027-03-15"), counsel);
        papers.revoke(revoked.id(), "Another reading.", counsel);
        record(POSITION.replace("2027-06-30", "2027-04-01"), counsel);
        assertThat(ending("2027-03")).isEqualTo(before + 2);
        assertThat(papers.endings(12))
                .extracting(ending -> ending.month().toString())
                .hasSize(12)
                .startsWith("2026-11", "2026-12", "2027-01")
                .endsWith("2027-10");
    }

    private static long ending(String month) {
        return registry.bean(Papers.class).endings(12).stream()
                .filter(ending -> ending.month().toString().equals(month))
                .mapToLong(Ending::papers)
                .sum();
    }

    @Test
    void the_document_is_kept_by_its_hash() {
        var paper = record(
                POSITION.replace(
                        "\"title\"",
                        "\"document\": {\"name\": \"memo.txt\", \"type\": \"text/plain\", \"base64\": \"c2lnbmVk\"}, \"title\""),
                counsel);
        assertThat(paper.document()).map(Paper.Document::name).contains("memo.txt");
        var papers = registry.bean(Papers.class);
        String hash = paper.document().orElseThrow().sha256();
        for (var reader :
                List.of(counsel, person("signs", Set.of(), Role.APPROVER), person("audits", Set.of(), Role.AUDITOR))) {
            assertThat(papers.document(paper.id(), hash, reader).bytes())
                    .asString()
                    .isEqualTo("signed");
        }
        var stranger = person("asks", Set.of(), Role.REQUESTER, Role.ADMINISTRATOR, Role.REVIEWER);
        assertThat(problem(() -> papers.document(paper.id(), hash, stranger)))
                .isInstanceOf(RegistryProblem.Forbidden.class);
        assertThat(problem(() -> papers.document(paper.id(), NOWHERE, counsel)))
                .isInstanceOf(RegistryProblem.NotFound.class);
    }

    private static RegistryProblem problem(Supplier<?> asked) {
        try {
            asked.get();
        } catch (ProblemException refused) {
            return refused.problem();
        }
        throw new AssertionError("not refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memo.txt | attachment; filename=\"memo.txt\"; filename*=UTF-8''memo.txt",
                "Vertrag \u00a7 2.pdf | attachment; filename=\"Vertrag___2.pdf\"; filename*=UTF-8''Vertrag%20%C2%A7%202.pdf",
                "a\"b;c*.pdf | attachment; filename=\"a_b_c_.pdf\"; filename*=UTF-8''a%22b%3Bc%2A.pdf"
            })
    void a_document_leaves_as_a_file_to_save(String name, String disposition) {
        var answer = PaperDownload.of(new NewPaper.File(name, "text/plain", new byte[] {1}));
        assertThat(answer.header("Content-Disposition")).isEqualTo(disposition);
        assertThat(answer.getContentType()).contains(MediaType.APPLICATION_OCTET_STREAM_TYPE);
    }

    @Test
    void the_application_can_neither_change_nor_delete_a_paper() throws SQLException {
        var paper = record(POSITION, counsel);
        try (var connection = registry.database().app().connect();
                var statement = connection.createStatement()) {
            for (var change : new String[] {
                "UPDATE instrument SET acts_until = NULL WHERE id = " + paper.id(),
                "DELETE FROM instrument WHERE id = " + paper.id(),
                "DELETE FROM instrument_revocation",
                "UPDATE privileged_comment SET comment = 'x'"
            }) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
            }
        }
    }
}
