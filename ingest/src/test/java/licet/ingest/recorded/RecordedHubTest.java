package licet.ingest.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import licet.ingest.card.LineageHint;
import licet.ingest.hub.FakeTiming;
import licet.ingest.hub.Gating;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.HubResult;
import licet.ingest.hub.HubSettings;
import licet.ingest.hub.ModelQuery;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.snapshot.DeclaredBase;
import licet.ingest.snapshot.EvidenceFile;
import licet.ingest.snapshot.Modality;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.SnapshotAssembler;
import licet.ingest.snapshot.SnapshotResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped models through the real client, end to end. */
class RecordedHubTest {
    private RecordedHub hub = RecordedHub.start();
    private HubClient client = new HubClient(HubSettings.of(hub.endpoint()), new FakeTiming().timing());
    private final SnapshotAssembler snapshots = new SnapshotAssembler(client);

    @BeforeEach
    void isUp() {
        assertThat(hub.endpoint()).startsWith("http://127.0.0.1:");
    }

    @AfterEach
    void stop() {
        client.close();
        hub.close();
    }

    @Test
    void everyShippedModelGivesASnapshot() {
        assertThat(hub.models().list()).hasSize(57);
        for (RecordedModel model : hub.models().list()) {
            ModelSnapshot snapshot = take(model.id().value());
            assertThat(snapshot.model()).isEqualTo(model.id());
            assertThat(snapshot.identity().commit()).contains(model.commit());
            assertThat(snapshot.weights()).isNotEmpty().allMatch(w -> w.sha256().isPresent());
            assertThat(snapshot.evidenceDigest()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void aGatedModelIsDescribedAndItsFilesAreUnread() {
        ModelSnapshot llama = take("meta-llama/Llama-3.3-70B-Instruct");
        assertThat(llama.state().gating()).isEqualTo(Gating.MANUAL);
        assertThat(llama.licenses().cardData().ids()).containsExactly("llama3.3");
        assertThat(llama.licenses().tags()).containsExactly("llama3.3");
        assertThat(llama.card().readable()).isFalse();
        EvidenceFile license = llama.listEvidence(EvidenceFile.Kind.LICENSE).getFirst();
        assertThat(license.path()).isEqualTo("LICENSE");
        assertThat(license.blobOid()).isPresent();
        assertThat(license.state())
                .isInstanceOfSatisfying(
                        EvidenceFile.State.Unread.class,
                        u -> assertThat(u.reason()).isEqualTo(EvidenceFile.Reason.GATED));
        assertThat(llama.listEvidence(EvidenceFile.Kind.USE_POLICY)).hasSize(1);
        assertThat(llama.bases())
                .singleElement()
                .satisfies(base -> assertThat(base.model()).contains(RepoId.parse("meta-llama/Llama-3.1-70B")));
        assertThat(llama.hints()).isEmpty();
    }

    @Test
    void theDistilledLlamaDeclaresNoBaseAndItsCardNamesIt() {
        ModelSnapshot distilled = take("deepseek-ai/DeepSeek-R1-Distill-Llama-70B");
        assertThat(distilled.licenses().card().ids()).containsExactly("mit");
        assertThat(distilled.bases()).isEmpty();
        RepoId base = RepoId.parse("meta-llama/Llama-3.3-70B-Instruct");
        assertThat(distilled.hints())
                .filteredOn(h -> h.kind() != LineageHint.Kind.ARCHITECTURE_TAG)
                .hasSize(2)
                .allSatisfy(h -> assertThat(h.models()).containsExactly(base))
                .extracting(LineageHint::kind)
                .containsExactly(LineageHint.Kind.LINKED_MODEL, LineageHint.Kind.ORIGIN_STATEMENT);
        assertThat(distilled.hints()).extracting(LineageHint::kind).contains(LineageHint.Kind.ARCHITECTURE_TAG);
        assertThat(text(distilled, "LICENSE"))
                .startsWith("MIT License\n\nCopyright (c) 2023 DeepSeek\n")
                .contains("Permission is hereby granted")
                .endsWith("SOFTWARE.\n");
    }

    @Test
    void twoLicensesStandInOneRepository() {
        ModelSnapshot v3 = take("deepseek-ai/DeepSeek-V3");
        assertThat(v3.licenses().card().isEmpty()).isTrue();
        assertThat(v3.licenses().tags()).isEmpty();
        assertThat(v3.listEvidence(EvidenceFile.Kind.LICENSE))
                .extracting(EvidenceFile::path)
                .containsExactly("LICENSE-CODE", "LICENSE-MODEL");
        assertThat(text(v3, "LICENSE-MODEL"))
                .startsWith("LICET SYNTHETIC STAND-IN, NOT A LICENSE\nStands in for: deepseek-model-1.0\n");
        assertThat(v3.hints()).isEmpty();
    }

    @Test
    void twoMembersOfOneFamilyStandUnderDifferentLicenses() {
        assertThat(text(take("Qwen/Qwen2.5-72B-Instruct"), "LICENSE"))
                .contains("Stands in for: qwen-license-2024-09-19\n");
        ModelSnapshot small = take("Qwen/Qwen2.5-32B-Instruct");
        assertThat(text(small, "LICENSE")).contains("Apache License").contains("END OF TERMS AND CONDITIONS");
        assertThat(small.bases())
                .containsExactly(new DeclaredBase(
                        "Qwen/Qwen2.5-32B",
                        Optional.of(RepoId.parse("Qwen/Qwen2.5-32B")),
                        DeclaredBase.Relation.UNSTATED,
                        java.util.Set.of(
                                DeclaredBase.Source.CARD, DeclaredBase.Source.CARD_DATA, DeclaredBase.Source.TAG)));
    }

    @Test
    void aFileThatNobodyHadAtHandIsUnreadAndNotAbsent() {
        EvidenceFile license = take("apple/OpenELM-3B-Instruct")
                .listEvidence(EvidenceFile.Kind.LICENSE)
                .getFirst();
        assertThat(license.path()).isEqualTo("LICENSE");
        assertThat(license.state())
                .isInstanceOfSatisfying(
                        EvidenceFile.State.Unread.class,
                        u -> assertThat(u.reason()).isEqualTo(EvidenceFile.Reason.UNAUTHORIZED));
    }

    @Test
    void weightsStandInEveryFormatOfTheRepository() {
        assertThat(take("mistralai/Mistral-7B-v0.1").weights())
                .extracting(w -> w.path())
                .containsExactly(
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "pytorch_model-00001-of-00002.bin",
                        "pytorch_model-00002-of-00002.bin");
        assertThat(take("meta-llama/Llama-3.2-1B-Instruct").weights())
                .extracting(w -> w.path())
                .containsExactly("model.safetensors", "original/consolidated.00.pth");
    }

    @Test
    void parametersOfSeveralNumberTypesAddUp() {
        assertThat(take("openai/gpt-oss-20b").parameters()).contains(21_511_953_984L);
    }

    @Test
    void modalityFollowsTheTask() {
        assertThat(take("meta-llama/Llama-4-Scout-17B-16E-Instruct").modality()).isEqualTo(Modality.IMAGE_TEXT);
        assertThat(take("mistralai/Mistral-Medium-3.5-128B").modality()).isEqualTo(Modality.IMAGE_TEXT);
        assertThat(take("meta-llama/Llama-3.1-8B").modality()).isEqualTo(Modality.TEXT);
    }

    @Test
    void anOldNameLeadsToTheModelAndStaysAsAlias() {
        ModelSnapshot llama = take("meta-llama/Meta-Llama-3.1-8B");
        assertThat(llama.model().value()).isEqualTo("meta-llama/Llama-3.1-8B");
        assertThat(llama.identity().aliases()).containsExactly(RepoId.parse("meta-llama/Meta-Llama-3.1-8B"));
        assertThat(llama.identity().objectId()).contains("66944f1fe0c5c2e493a804f5");
    }

    @Test
    void driftUpstreamIsASnapshotWithAnotherCommitAndDigest() {
        RepoId id = RepoId.parse("Qwen/Qwen2.5-32B-Instruct");
        ModelSnapshot before = take(id.value());
        hub.change(all -> all.with(all.get(id).withFile("LICENSE", "Other terms.\n")));
        ModelSnapshot after = take(id.value());
        assertThat(after.identity().commit()).isNotEqualTo(before.identity().commit());
        assertThat(after.evidenceDigest()).isNotEqualTo(before.evidenceDigest());
        hub.change(all -> all.with(all.get(id).withFact("downloads", 123456)));
        assertThat(take(id.value()).evidenceDigest()).isEqualTo(after.evidenceDigest());
    }

    @Test
    void whatIsNotThereIsToldApart() {
        RepoId unknown = RepoId.parse("nobody/nothing");
        assertThat(snapshots.fetch(unknown, Revision.MAIN)).isInstanceOf(SnapshotResult.Gone.class);
        RepoId known = RepoId.parse("deepseek-ai/DeepSeek-V3");
        assertThat(snapshots.fetch(known, Revision.parse("no-such-branch")))
                .isInstanceOf(SnapshotResult.RevisionGone.class);
        hub.change(all -> all.without(known));
        assertThat(snapshots.fetch(known, Revision.MAIN)).isInstanceOf(SnapshotResult.Gone.class);
    }

    @Test
    void aConfirmedAbsenceOfALicenseFileIsNotAnUnreadOne() {
        RepoId id = RepoId.parse("Qwen/Qwen2.5-32B");
        hub.change(all -> all.with(all.get(id).withoutFile("LICENSE")));
        assertThat(take(id.value()).listEvidence(EvidenceFile.Kind.LICENSE))
                .singleElement()
                .satisfies(f -> assertThat(f.state()).isInstanceOf(EvidenceFile.State.Absent.class));
    }

    @Test
    void aDisabledModelIsDescribedAndItsFilesAreUnread() {
        RepoId id = RepoId.parse("Qwen/Qwen2.5-32B");
        hub.change(all -> all.with(all.get(id).withFact("disabled", true)));
        ModelSnapshot snapshot = take(id.value());
        assertThat(snapshot.state().disabled()).isTrue();
        assertThat(snapshot.listEvidence(EvidenceFile.Kind.LICENSE).getFirst().state())
                .isInstanceOfSatisfying(
                        EvidenceFile.State.Unread.class,
                        u -> assertThat(u.reason()).isEqualTo(EvidenceFile.Reason.DISABLED));
    }

    @Test
    void aRenameUpstreamKeepsTheModelAndItsEvidence() {
        RepoId old = RepoId.parse("Qwen/Qwen2.5-32B");
        RepoId current = RepoId.parse("Qwen/Qwen2.5-32B-Base");
        ModelSnapshot before = take(old.value());
        hub.change(all -> all.rename(old, current));
        ModelSnapshot after = take(old.value());
        assertThat(after.model()).isEqualTo(current);
        assertThat(after.identity().aliases()).containsExactly(old);
        assertThat(after.listEvidence(EvidenceFile.Kind.LICENSE))
                .isEqualTo(before.listEvidence(EvidenceFile.Kind.LICENSE));
    }

    @Test
    void listsArePaged() {
        var all = client.listModels(ModelQuery.all());
        assertThat(all)
                .isInstanceOfSatisfying(
                        HubResult.Found.class,
                        f -> assertThat((List<?>) f.value()).hasSize(57));
        var mit = new ModelQuery(Optional.of("deepseek-ai"), Optional.empty(), List.of("license:mit"), 5);
        assertThat(client.listModels(mit))
                .isInstanceOfSatisfying(
                        HubResult.Found.class,
                        f -> assertThat((List<?>) f.value()).hasSize(4));
    }

    @Test
    void rawAnswersAreKeptWithTheirHashes() {
        ModelSnapshot snapshot = take("deepseek-ai/DeepSeek-V3");
        assertThat(snapshot.rawAnswers())
                .extracting(r -> r.name())
                .containsExactly("model-info.json", "LICENSE-CODE", "LICENSE-MODEL", "README.md", "config.json");
        assertThat(List.copyOf(snapshot.rawAnswers()))
                .allSatisfy(r -> assertThat(r.sha256()).hasSize(64));
    }

    private ModelSnapshot take(String id) {
        SnapshotResult result = snapshots.fetch(RepoId.parse(id), Revision.MAIN);
        assertThat(result).isInstanceOf(SnapshotResult.Taken.class);
        return ((SnapshotResult.Taken) result).snapshot();
    }

    private static String text(ModelSnapshot snapshot, String path) {
        return snapshot.evidence().stream()
                .filter(f -> f.path().equals(path))
                .findFirst()
                .flatMap(EvidenceFile::text)
                .orElseThrow();
    }
}
