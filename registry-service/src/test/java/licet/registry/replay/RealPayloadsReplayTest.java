package licet.registry.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.HubSettings;
import licet.ingest.hub.HubTiming;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.SnapshotAssembler;
import licet.ingest.snapshot.SnapshotResult;
import licet.registry.catalog.Catalog;
import licet.registry.decision.ModelDetails;
import licet.registry.decision.Verdicts;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Database;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Ids;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real descriptions and cards through the real client into PostgreSQL, and what the verdicts make of them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RealPayloadsReplayTest {
    private static final String DISTILLED = "deepseek-ai/DeepSeek-R1-Distill-Llama-8B";
    private static final int BATCH = 40;

    private static final Map<RepoId, ModelSnapshot> TAKEN = new LinkedHashMap<>();
    private static final Map<RepoId, String> REFUSED = new TreeMap<>();
    private static final List<RepoId> ASKED = new ArrayList<>();
    private static int described;
    private static TestRegistry registry;

    @BeforeAll
    static void replay() {
        var payloads = Payloads.get();
        // As against the real Hub: texts that stand in for licenses in the recorded one are not known here.
        registry = TestRegistry.apart(Map.of("licet.hub", "live", "licet.watch", ""));
        registry.bean(FirstStart.class).run(IngestProgress.SILENT);
        var asked = new LinkedHashSet<RepoId>();
        payloads.descriptions().forEach(one -> asked.add(one.asked()));
        described = asked.size();
        asked.addAll(payloads.listCards());
        ASKED.addAll(asked);
        try (var hub = new PayloadHub(payloads);
                var client = new HubClient(HubSettings.of(hub.endpoint()), timing())) {
            var assembler = new SnapshotAssembler(client);
            ASKED.forEach(model -> take(model, assembler.fetch(model, Revision.MAIN)));
        }
        var all = List.copyOf(TAKEN.values());
        for (int from = 0; from < all.size(); from += BATCH) {
            registry.bean(Catalog.class).store(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    /** Nothing here is worth waiting for, so a wait is a fault. */
    private static HubTiming timing() {
        return new HubTiming(
                registry.clock(),
                wait -> {
                    throw new AssertionError("the client wants to wait " + wait);
                },
                RandomGenerator.getDefault());
    }

    private static void take(RepoId asked, SnapshotResult result) {
        switch (result) {
            case SnapshotResult.Taken(var snapshot) -> TAKEN.put(asked, snapshot);
            case SnapshotResult.Gone(var model, var detail) -> REFUSED.put(asked, "gone: " + detail);
            case SnapshotResult.RevisionGone(var model, var detail) -> REFUSED.put(asked, "revision gone: " + detail);
            case SnapshotResult.Disabled(var model, var detail) -> REFUSED.put(asked, "disabled: " + detail);
            case SnapshotResult.GatedEntirely(var model, var detail) -> REFUSED.put(asked, "gated: " + detail);
            case SnapshotResult.Failed(var model, var detail, var after) -> REFUSED.put(asked, "failed: " + detail);
        }
    }

    @Test
    void howManyWereUnderstood() {
        System.out.printf(
                "replayed from the real Hub: %d of %d questions gave a snapshot (%d descriptions, %d cards alone)%n",
                TAKEN.size(), ASKED.size(), described, ASKED.size() - described);
        REFUSED.forEach((model, reason) -> System.out.printf("  no snapshot: %s (%s)%n", model, reason));
        System.out.println("  license: " + count("identification_state"));
        System.out.println("  lineage: " + count("lineage_state"));
        reasons().forEach((reason, number) -> System.out.printf("  not identified: %d %s%n", number, reason));
        assertThat(REFUSED.values()).allMatch(reason -> reason.startsWith("gone: "));
        assertThat(REFUSED)
                .as("one was recorded as missing, one moved to a name that was not recorded")
                .hasSizeLessThanOrEqualTo(2);
    }

    private static Map<String, Long> count(String column) {
        return counted("SELECT c." + column + " AS line, count(*) AS n FROM model m"
                + " JOIN conclusion c ON c.id = m.current_conclusion_id GROUP BY 1 ORDER BY 2 DESC, 1");
    }

    /** Why a license is not identified: what was declared, and which texts could not be read. */
    private static Map<String, Long> reasons() {
        return counted("SELECT c.identification_state || ': ' || coalesce('the tag ' || s.declared_license, 'no tag')"
                + " || coalesce(', and ' || (SELECT string_agg(DISTINCT e.kind || ' ' || e.unread_reason, ', ')"
                + " FROM evidence_file e WHERE e.snapshot_id = s.id AND e.state = 'unread'"
                + " AND e.kind IN ('license', 'use-policy')), '') AS line, count(*) AS n FROM model m"
                + " JOIN snapshot s ON s.id = m.current_snapshot_id"
                + " JOIN conclusion c ON c.id = m.current_conclusion_id"
                + " WHERE c.identification_state <> 'identified' GROUP BY 1 ORDER BY 2 DESC, 1");
    }

    private static Map<String, Long> counted(String query) {
        var all = new LinkedHashMap<String, Long>();
        registry.bean(Database.class)
                .read(sql -> sql.list(query, row -> Map.entry(row.getString("line"), row.getLong("n"))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    @Test
    void nothingThatWasTakenIsLost() {
        TAKEN.values().forEach(RealPayloadsReplayTest::assertKept);
    }

    private static void assertKept(ModelSnapshot snapshot) {
        long id = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT current_snapshot_id AS id FROM model WHERE owner = ? AND name = ? AND name_lost_at IS NULL"
                                + " AND current_conclusion_id IS NOT NULL",
                        row -> row.getLong("id"),
                        snapshot.model().owner().orElse(""),
                        snapshot.model().name()));
        assertThat(rows("evidence_file", id))
                .as(snapshot.model().value())
                .isEqualTo(snapshot.evidence().size());
        assertThat(rows("weight_file", id))
                .as(snapshot.model().value())
                .isEqualTo(snapshot.weights().size());
        assertThat(rows("lineage_edge", id))
                .as(snapshot.model().value())
                .isEqualTo(snapshot.bases().size());
        assertThat(rows("lineage_hint", id))
                .as(snapshot.model().value())
                .isEqualTo(snapshot.hints().size());
        for (var raw : snapshot.rawAnswers()) {
            int length = registry.bean(Database.class)
                    .read(sql -> sql.get(
                            "SELECT length FROM blob WHERE sha256 = decode(?, 'hex')",
                            row -> row.getInt("length"),
                            raw.sha256()));
            assertThat(length)
                    .as(snapshot.model() + " " + raw.sha256())
                    .isEqualTo(raw.body().size());
        }
    }

    private static int rows(String table, long snapshot) {
        return registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT count(*) AS n FROM " + table + " WHERE snapshot_id = ?",
                        row -> row.getInt("n"),
                        snapshot));
    }

    @Test
    void theDistilledLlamaShowsTheLinesThatNameLlama() {
        var model = registry.bean(ModelDetails.class).get(RepoId.parse(DISTILLED), false, true);
        assertThat(model.artifacts().get("weights").candidates()).containsExactly("mit");
        assertThat(model.lineage().state()).isEqualTo("undeclared");
        assertThat(model.lineage().hints()).anySatisfy(hint -> {
            assertThat(hint.at().file()).isEqualTo("README.md");
            assertThat(hint.at().line())
                    .hasValueSatisfying(line -> assertThat(line).isPositive());
            assertThat(hint.at().passage())
                    .hasValueSatisfying(text -> assertThat(text).contains("Llama"));
        });
        assertThat(model.verdicts()).isNotEmpty().allSatisfy(verdict -> {
            assertThat(verdict.verdict()).isNotEqualTo("ALLOW");
            assertThat(verdict.reasons()).anyMatch(reason -> reason.id().startsWith("lineage/undeclared"));
        });
    }

    @Test
    void nothingIsAllowedBySilence() {
        var allowed = new TreeMap<String, Integer>();
        for (var snapshot : TAKEN.values()) {
            var model = registry.bean(Catalog.class)
                    .find(new ModelId(snapshot.model().value()), Optional.empty())
                    .orElseThrow();
            var verdicts = registry.bean(Verdicts.class).all(model, true).stream()
                    .filter(VerdictDocument::permitted)
                    .toList();
            if (!verdicts.isEmpty()) {
                allowed.merge(verdicts.getFirst().model().license(), 1, Integer::sum);
                assertThat(verdicts)
                        .as(snapshot.model().value())
                        .allMatch(verdict -> verdict.model().identification().equals("identified"));
                assertThat(model.conclusion().profile().lineageGaps().stream().map(Ids::of))
                        .as(snapshot.model().value())
                        .isEmpty();
            }
        }
        System.out.println("  allowed in some deployment, by license: " + allowed);
    }
}
