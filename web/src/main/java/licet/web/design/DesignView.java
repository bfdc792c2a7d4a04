package licet.web.design;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseClass;
import licet.rules.verdict.Answer;
import licet.web.layout.Bar;
import licet.web.layout.FormProblem;
import licet.web.model.EvidenceColumn.Standing;

/** Samples of every part, so that a change of the stylesheet can be looked at in one place. */
public record DesignView(List<Color> colors, List<Pair> pairs, List<FormProblem> problems) {
    private static final int SAMPLE = 60;

    public DesignView {
        colors = List.copyOf(colors);
        pairs = List.copyOf(pairs);
        problems = List.copyOf(problems);
    }

    public static DesignView of(String stylesheet, List<FormProblem> problems) {
        var palette = Palette.of(stylesheet);
        return new DesignView(palette.colors(), palette.pairs(), problems);
    }

    /** A token with its value in each theme, as {@code #rrggbb}. */
    public record Color(String token, String light, String dark) {}

    /**
     * Two colors that meet.
     *
     * @param light contrast in the light theme, 1 to 21
     * @param least what WCAG asks for
     */
    public record Pair(String front, String ground, double light, double dark, double least) {
        /** Cut and not rounded: what is shown is reached. */
        public String lightText() {
            return text(light);
        }

        public String darkText() {
            return text(dark);
        }

        public String leastText() {
            return text(least);
        }

        private static String text(double ratio) {
            return Double.toString(Math.floor(ratio * 10) / 10);
        }
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

    public List<String> classes() {
        return Arrays.stream(LicenseClass.values()).map(Ids::of).toList();
    }

    public List<Bar.Part> stack() {
        return Bar.stacked(List.of(6L, 3L, 1L), List.of("allow", "needs", "deny"));
    }

    /** @param fill of the only part */
    public List<Bar.Part> sample(String fill) {
        return Bar.single(SAMPLE, 100, fill);
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
