package licet.web.model;

import java.util.List;
import licet.rules.explain.VerdictDocument;
import licet.web.layout.FormProblem;

/**
 * The verdict on record and the one that supposed answers would give.
 *
 * @param local whether the imported model of that name is meant
 * @param before on the facts on record
 * @param then with the answers
 * @param supposed answers that were taken into account
 */
public record WhatIfView(
        String model,
        String deployment,
        boolean local,
        VerdictDocument before,
        Opinion then,
        List<Supposition> supposed,
        List<FormProblem> problems) {
    public WhatIfView {
        supposed = List.copyOf(supposed);
        problems = List.copyOf(problems);
    }

    /**
     * @param values as they were sent
     * @param asked whether the form asks it again, with this answer in its field
     */
    public record Supposition(String id, String text, String shown, List<String> values, boolean asked) {
        public Supposition {
            values = List.copyOf(values);
        }
    }

    public String back() {
        return "/models/" + model + "?deployment=" + deployment + (local ? "&source=local" : "");
    }

    /** As the form sends it. */
    public String source() {
        return local ? "local" : "";
    }

    public boolean changed() {
        return !before.verdict().equals(then.verdict().verdict());
    }
}
