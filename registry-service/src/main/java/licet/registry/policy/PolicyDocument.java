package licet.registry.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * One text of a policy: its rules in words and as they are written, and how its tests come out.
 *
 * @param schema version of this shape
 * @param source the YAML as its author wrote it
 * @param factsMaxAgeDays after how many days a figure is too old
 * @param regulations that it switches on
 * @param differences against the version before, line by line; empty for a first one
 */
@Schema(name = "Policy")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PolicyDocument(
        String schema,
        PolicyVersion head,
        String source,
        int factsMaxAgeDays,
        List<String> regulations,
        List<RuleLine> rules,
        List<TestLine> tests,
        List<PolicyText.Flaw> flaws,
        Optional<Comparison> differences) {
    public static final String SCHEMA = "licet/policy/1";

    public PolicyDocument {
        regulations = List.copyOf(regulations);
        rules = List.copyOf(rules);
        tests = List.copyOf(tests);
        flaws = List.copyOf(flaws);
    }

    /**
     * One rule.
     *
     * @param line of its condition in the file
     * @param inWords what the condition asks
     * @param then deny, review, approval, acceptance or note
     * @param approvalBy stages that each have to approve
     * @param requires facts that must be on record before it is judged
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record RuleLine(
            String id,
            int line,
            String topic,
            String when,
            String inWords,
            String then,
            List<String> approvalBy,
            Optional<WaiverLine> waivable,
            String because,
            List<String> requires) {
        public RuleLine {
            approvalBy = List.copyOf(approvalBy);
            requires = List.copyOf(requires);
        }
    }

    /** @param stages in which it may be waived; empty means all */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record WaiverLine(Optional<Integer> maxDays, List<String> stages) {
        public WaiverLine {
            stages = List.copyOf(stages);
        }
    }

    /** @param result passed, failed or not-run */
    public record TestLine(String name, int line, String result, List<String> given, List<String> fires) {
        public TestLine {
            given = List.copyOf(given);
            fires = List.copyOf(fires);
        }
    }

    /** @param against id of the version before */
    public record Comparison(String against, List<LineDiff.Line> lines) {
        public Comparison {
            lines = List.copyOf(lines);
        }
    }
}
