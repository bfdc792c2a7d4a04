package licet.web.instrument;

import java.util.List;
import java.util.Optional;
import licet.registry.instrument.Paper;
import licet.web.layout.FormProblem;

/**
 * One paper.
 *
 * @param privileged counsel's words, for those who may see them
 * @param formToken present for those who may revoke it while there is something to revoke
 */
public record PaperView(
        Paper paper,
        String state,
        List<Line> reach,
        boolean mayReadDocument,
        Optional<String> privileged,
        Optional<String> formToken,
        List<FormProblem> problems) {
    public PaperView {
        reach = List.copyOf(reach);
        problems = List.copyOf(problems);
    }

    /** A limit of its reach: the key of its name, and what it is limited to. */
    public record Line(String name, List<String> values) {}
}
