package licet.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.Recorded;
import licet.registry.catalog.SnapshotDifference;
import licet.registry.decision.ModelParts;
import licet.registry.drift.WordDiff;
import licet.web.model.About;
import licet.web.model.CardView;
import licet.web.model.ChangeShown;
import licet.web.model.HistoryView;
import licet.web.model.TextView;
import licet.web.model.UnreadView;

/** The record behind a model: state on the Hub, card, snapshots. */
final class RecordSamples {
    private static final String MODEL = "deepseek-ai/DeepSeek-R1-Distill-Llama-70B";
    private static final Instant AT = Instant.parse("2026-05-04T09:11:00Z");

    private RecordSamples() {}

    static About about() {
        var recorded = new Recorded(
                Optional.of(Instant.parse("2025-01-20T09:08:27Z")),
                Optional.of(70_553_706_496L),
                Optional.of("transformers"),
                Optional.of("text-generation"),
                new Recorded.Architecture(
                        Optional.of("llama"),
                        Optional.of(131_072L),
                        Optional.of(256L),
                        Optional.of(8L),
                        Optional.of("fp8, 8 bit")),
                new Recorded.HubState(
                        Optional.of("none"),
                        true,
                        Optional.of("done"),
                        true,
                        Optional.of(AT),
                        Optional.of(10L),
                        Optional.of(1L)),
                AT,
                Optional.of(AT),
                List.of());
        return new About(recorded, "clean", false, true, List.of("deepseek-ai/Former-Name"));
    }

    static CardView card() {
        return new CardView(MODEL, Samples.REVISION, Samples.HASH, "<h3>Usage</h3><p>Text</p>", true, false);
    }

    static TextView text() {
        return new TextView(
                new ModelParts.TextShown(MODEL, Samples.REVISION, "LICENSE", Samples.HASH, Samples.SCRIPT), false);
    }

    static UnreadView unread(boolean waiting) {
        return new UnreadView("nobody/nothing", waiting, true);
    }

    static HistoryView history() {
        var rows = List.of(row(2), row(1));
        var words = new WordDiff(List.of(new WordDiff.Change("old words", Samples.SCRIPT)), false);
        var text = new ChangeShown(
                "license-text",
                Optional.empty(),
                Optional.of("LICENSE"),
                List.of(Samples.HASH),
                List.of(),
                true,
                Optional.of(words));
        var tag = new ChangeShown(
                "license-tag",
                Optional.of(AT),
                Optional.empty(),
                List.of("mit"),
                List.of("apache-2.0", "other"),
                false,
                Optional.empty());
        var file = new SnapshotDifference.FileChange(
                "NOTICE",
                Optional.empty(),
                Optional.of(new SnapshotDifference.Content(Optional.of(1_064L), Optional.of(Samples.HASH))));
        return new HistoryView(
                MODEL,
                rows,
                Optional.of(new HistoryView.Compared(rows.get(1), rows.get(0), List.of(text), List.of(file))),
                List.of(tag),
                true);
    }

    private static Catalog.SnapshotRow row(long id) {
        return new Catalog.SnapshotRow(id, Samples.REVISION, Samples.HASH, AT, "none", Optional.of("mit"));
    }
}
