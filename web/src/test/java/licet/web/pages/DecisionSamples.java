package licet.web.pages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.record.DecisionRecord;
import licet.registry.record.Difference;
import licet.registry.record.Replay;
import licet.web.layout.FormProblem;
import licet.web.record.RecordFormView;
import licet.web.record.RecordView;
import licet.web.record.RecordsView;

/** Pages of decisions of record. */
final class DecisionSamples {
    private static final DecisionRecord ONE = new DecisionRecord(
            7,
            "hub",
            "acme/model-<b>7B</b>",
            "0".repeat(40),
            "eu-internal-tool",
            2,
            "NEEDS",
            "ab".repeat(32),
            "3",
            "cd".repeat(32),
            "ef".repeat(32),
            Instant.parse("2026-11-22T10:00:00Z"),
            new UUID(1, 1),
            Optional.empty(),
            "<script>because</script>");

    private DecisionSamples() {}

    static RecordsView list() {
        return new RecordsView(Optional.of("acme/model"), List.of(ONE), Optional.of("/records?cursor=x"));
    }

    static RecordsView none() {
        return new RecordsView(Optional.empty(), List.of(), Optional.empty());
    }

    static RecordView differing() {
        var answer =
                JsonNodeFactory.instance.objectNode().put("verdict", "DENY").put("sentence", "Deny: <i>no</i>");
        var difference = new Difference("/verdict", Optional.of("\"NEEDS\""), Optional.empty());
        return new RecordView(new Replay(
                ONE,
                Replay.Result.DIFFERS,
                List.of(),
                Optional.of(answer),
                Optional.of(answer),
                List.of(difference),
                Optional.of(answer),
                List.of(difference)));
    }

    static RecordView damaged() {
        return new RecordView(new Replay(
                ONE,
                Replay.Result.DAMAGED,
                List.of(Replay.Flaw.values()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of()));
    }

    static RecordFormView form() {
        return new RecordFormView(
                "token",
                "/models/acme/model?deployment=x",
                "acme/model",
                "",
                "",
                "x",
                "",
                List.of(new FormProblem("reason", "Say why.")));
    }
}
