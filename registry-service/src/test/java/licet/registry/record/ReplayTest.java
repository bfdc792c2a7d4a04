package licet.registry.record;

import static licet.registry.record.RecordFixture.DEPLOYMENT;
import static licet.registry.record.RecordFixture.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.change.FactConfirmations;
import licet.registry.decision.Closure;
import licet.registry.decision.Closures;
import licet.registry.decision.Judge;
import licet.registry.decision.Verdicts;
import licet.registry.fact.Facts;
import licet.registry.fact.OrganizationText;
import licet.registry.platform.Database;
import licet.registry.platform.Sha256;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.testing.TestRegistry;
import licet.rules.Knowledge;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import licet.rules.format.OrganizationYaml;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Instrument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static TestRegistry registry;
    private static Principal reviewer;
    private static Records records;
    private static Replays replays;

    @BeforeAll
    static void start() {
        registry = RecordFixture.start();
        reviewer = RecordFixture.person(registry, Role.REVIEWER);
        records = registry.bean(Records.class);
        replays = registry.bean(Replays.class);
    }

    private static DecisionRecord recorded() {
        return records.record(
                new Records.Wish(RepoId.parse(MODEL), Revision.MAIN, false, new DeploymentKey(DEPLOYMENT), "looked at"),
                reviewer);
    }

    private static Closure closure() {
        return registry.bean(Closures.class)
                .now(RepoId.parse(MODEL), Revision.MAIN, false, new DeploymentKey(DEPLOYMENT));
    }

    /** Puts a verdict on record that was made from other inputs than those of this moment. */
    private static DecisionRecord recorded(Closure closure, Knowledge with) {
        var answer = registry.bean(Judge.class).again(closure, with);
        return registry.bean(Database.class).write(sql -> {
            var bodies = new RecordTable.Bodies(
                    blob(sql, CanonicalJson.write(closure)), blob(sql, CanonicalJson.write(answer)));
            var act = new RecordTable.Act(java.util.Objects.requireNonNull(reviewer.personId()), "earlier");
            long id = RecordTable.insert(sql, closure, answer.verdict(), bodies, act);
            var made = RecordTable.find(sql, id).orElseThrow();
            registry.bean(AuditLog.class).append(RecordTable.event(reviewer.actor(), made));
            return made;
        });
    }

    private static byte[] blob(Statements sql, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] sha256 = Sha256.of(bytes);
        sql.update(
                "INSERT INTO blob (sha256, codec, length, body) VALUES (?, 0, ?, ?) ON CONFLICT DO NOTHING",
                sha256,
                bytes.length,
                bytes);
        return sha256;
    }

    @Test
    void whatIsRecordedIsTheAnswerThatEverybodyGets() {
        var made = recorded();
        var asked = registry.bean(Verdicts.class)
                .of(RepoId.parse(MODEL), Revision.MAIN, new DeploymentKey(DEPLOYMENT), true)
                .document();
        assertThat(CanonicalJson.write(replays.answer(made.id()).orElseThrow())).isEqualTo(CanonicalJson.write(asked));
        assertThat(made.verdict()).isEqualTo(asked.verdict());
        assertThat(made.name()).contains("Rea Viewer");
    }

    @Test
    void theAnswerIsTheSameAfterEverythingChanged() {
        var made = recorded();
        registry.clock().advance(Duration.ofDays(400));
        var facts = registry.bean(Facts.class);
        var stored = facts.current().find(new DeploymentKey(DEPLOYMENT)).orElseThrow();
        var other = facts.current()
                .find(new DeploymentKey("us-hosted-service"))
                .orElseThrow()
                .deployment();
        facts.saveDeployment(renamed(other, stored.deployment()), stored.version(), Actor.PRODUCT);
        facts.activatePolicy(policyInForce(), Actor.PRODUCT);
        var replay = replays.of(made.id());
        assertThat(replay.flaws()).isEmpty();
        assertThat(replay.differences()).isEmpty();
        assertThat(replay.result()).isEqualTo(Replay.Result.EQUAL);
        assertThat(replay.today()).isPresent();
        assertThat(replay.changes().stream().map(Difference::at))
                .contains("/inputs/deploymentVersion", "/inputs/policyVersion")
                .doesNotContain("/evaluatedAt");
    }

    @Test
    void factsThatAreCorrectedOrConfirmedLaterLeaveADecisionAsItWas() {
        var made = recorded();
        var closure = replays.closure(made.id());
        var answer = CanonicalJson.write(replays.answer(made.id()).orElseThrow());
        var facts = registry.bean(Facts.class);
        var organization = facts.current().organization();
        var corrected = OrganizationText.of(organization.organization(), true);
        corrected.withArray("/figures").forEach(figure -> ((ObjectNode) figure).put("value", "987654321000"));
        int version = facts.saveOrganization(
                OrganizationYaml.parse("corrected", corrected.toString()), organization.version(), Actor.PRODUCT);
        var administrator = RecordFixture.person(registry, Role.ADMINISTRATOR);
        var deployment = facts.current().find(new DeploymentKey(DEPLOYMENT)).orElseThrow();
        registry.bean(FactConfirmations.class)
                .confirmDeployment(deployment.deployment().key(), deployment.version(), administrator);

        assertThat(records.get(made.id())).isEqualTo(made);
        assertThat(replays.closure(made.id())).isEqualTo(closure);
        assertThat(CanonicalJson.write(replays.answer(made.id()).orElseThrow())).isEqualTo(answer);
        var replay = replays.of(made.id());
        assertThat(replay.flaws()).isEmpty();
        assertThat(replay.result()).isEqualTo(Replay.Result.EQUAL);
        assertThat(replay.changes().stream().map(Difference::at))
                .contains("/inputs/organizationVersion", "/inputs/deploymentVersion");
        assertThat(replay.today()
                        .orElseThrow()
                        .at("/inputs/organizationVersion")
                        .asInt())
                .isEqualTo(version);
    }

    /** The facts of one under the key of the other. */
    private static Deployment renamed(Deployment facts, Deployment key) {
        return CanonicalJson.read(
                CanonicalJson.write(facts).replace(CanonicalJson.write(facts.key()), CanonicalJson.write(key.key())),
                Deployment.class);
    }

    private static String policyInForce() {
        return registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT source FROM policy_version WHERE state = 'active'", row -> row.getString("source")))
                .getFirst();
    }

    @Test
    void theKnowledgeOfItsTimeAnswersAndNotThatOfToday() {
        var files = Knowledge.files(true);
        files.computeIfPresent("families.yaml", (_, text) -> text + "\n# written later\n");
        var then = Knowledge.of(files);
        assertThat(then.digest()).isNotEqualTo(registry.bean(Knowledge.class).digest());
        registry.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO knowledge (digest, engine_version, body_sha256, recorded_at, active)"
                                + " VALUES (?, ?, ?, now(), false)",
                        then.digest(),
                        Evaluator.ENGINE,
                        blob(sql, CanonicalJson.write(files))));
        var made = recorded(with(closure(), then.digest(), List.of()), then);
        var replay = replays.of(made.id());
        assertThat(replay.result()).isEqualTo(Replay.Result.EQUAL);
        assertThat(replay.computed().orElseThrow().at("/inputs/knowledge").asText())
                .isEqualTo(then.digest());
    }

    @Test
    void theInstrumentsOfItsTimeLiftWhatTheyLifted() {
        var plain = closure();
        var knowledge = registry.bean(Knowledge.class);
        var clearing = new Instrument(
                "clearing-1", Instrument.Kind.CLEARING, Set.of("lineage/undeclared"), plain.at(), Optional.empty());
        var lifted = recorded(with(plain, plain.knowledge(), List.of(clearing)), knowledge);
        var replay = replays.of(lifted.id());
        assertThat(replay.result()).isEqualTo(Replay.Result.EQUAL);
        assertThat(replay.today()).isPresent();
        assertThat(replay.stored().orElseThrow().get("reasons"))
                .isNotEqualTo(replay.today().orElseThrow().get("reasons"));
    }

    private static Closure with(Closure closure, String knowledge, List<Instrument> instruments) {
        return new Closure(
                closure.schema(),
                closure.source(),
                closure.model(),
                closure.revision(),
                closure.conclusion(),
                closure.use(),
                closure.policy(),
                knowledge,
                closure.engine(),
                instruments,
                closure.at());
    }

    @Test
    void anAnswerThatThisProgramDoesNotGiveIsShownBesideItsOwn() {
        var made = recorded();
        var closure = closure();
        var foreign = registry.bean(Database.class).write(sql -> {
            var changed = replays.answer(made.id()).map(CanonicalJson::write).orElseThrow();
            var bodies = new RecordTable.Bodies(
                    blob(sql, CanonicalJson.write(closure)),
                    blob(sql, changed.replace("\"verdict\":\"" + made.verdict() + "\"", "\"verdict\":\"ALLOW\"")));
            var act = new RecordTable.Act(java.util.Objects.requireNonNull(reviewer.personId()), "other engine");
            var found = RecordTable.find(sql, RecordTable.insert(sql, closure, "ALLOW", bodies, act))
                    .orElseThrow();
            registry.bean(AuditLog.class).append(RecordTable.event(reviewer.actor(), found));
            return found;
        });
        var replay = replays.of(foreign.id());
        assertThat(replay.result()).isEqualTo(Replay.Result.DIFFERS);
        assertThat(replay.differences()).anySatisfy(difference -> {
            assertThat(difference.at()).isEqualTo("/verdict");
            assertThat(difference.stored()).contains("\"ALLOW\"");
            assertThat(difference.other()).contains("\"" + made.verdict() + "\"");
        });
    }

    @Test
    void whatWasChangedAfterwardsIsFound() throws SQLException {
        assertFlaw(Replay.Flaw.CLOSURE, "UPDATE blob SET codec = 0, body = '{}' WHERE sha256 = decode(?, 'hex')", true);
        assertFlaw(Replay.Flaw.RESULT, "UPDATE blob SET body = 'x' WHERE sha256 = decode(?, 'hex')", false);
        assertFlaw(
                Replay.Flaw.ENTRY,
                "UPDATE decision_record SET verdict = 'ALLOW' WHERE closure_sha256 = decode(?, 'hex')",
                true);
        assertFlaw(
                Replay.Flaw.ENTRY,
                "UPDATE decision_record SET reason = 'better so' WHERE closure_sha256 = decode(?, 'hex')",
                true);
    }

    private static void assertFlaw(Replay.Flaw flaw, String statement, boolean closure) throws SQLException {
        registry.clock().advance(Duration.ofSeconds(1));
        var made = recorded();
        assertThat(replays.of(made.id()).flaws()).isEmpty();
        try (var connection = registry.database().admin().connect()) {
            var sql = new Statements(connection);
            sql.update("SET session_replication_role = replica");
            assertThat(sql.update(statement, closure ? made.closure() : made.result()))
                    .isEqualTo(1);
        }
        var replay = replays.of(made.id());
        assertThat(replay.result()).isEqualTo(Replay.Result.DAMAGED);
        assertThat(replay.flaws()).contains(flaw);
        assertThat(replay.computed()).isEmpty();
    }

    @Test
    void theClosureIsNamedByItsOwnHash() {
        var made = recorded();
        var text = replays.closure(made.id()).orElseThrow();
        assertThat(HexFormat.of().formatHex(Sha256.of(text))).isEqualTo(made.closure());
        assertThat(text).contains("\"sha256\"", made.revision(), "rules:");
    }
}
