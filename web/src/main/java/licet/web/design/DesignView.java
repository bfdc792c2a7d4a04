package licet.web.design;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import licet.rules.verdict.Answer;
import licet.web.layout.FormProblem;
import licet.web.model.EvidenceColumn.Standing;

/** Samples of every part, so that a change of the stylesheet can be looked at in one place. */
public record DesignView(List<FormProblem> problems) {
    public DesignView {
        problems = List.copyOf(problems);
    }

    public List<String> colors() {
        return List.of("paper", "leaf", "ink", "faint", "accent", "hairline", "line");
    }

    public List<String> answers() {
        return Arrays.stream(Answer.values()).map(Enum::name).toList().reversed();
    }

    public List<String> states() {
        return List.of("identified", "conflicting", "unrecognized", "absent", "unread");
    }

    public List<String> standings() {
        return Arrays.stream(Standing.values()).map(Enum::name).toList();
    }

    public List<Long> figures() {
        return List.of(560_000_000L, 8_030_261_248L, 70_553_706_496L, 671_026_419_200L);
    }

    public String sampleHash() {
        return "3f1a5e99b0c4d1772a06c1f6b5d8e90a4c27e83f10b95d6ce3471208af9b65d0";
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
