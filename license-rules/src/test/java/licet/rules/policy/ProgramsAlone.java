package licet.rules.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.lineage.Profile;

/** The compiled conditions of a policy with facts that are bound already: the least that any evaluation has to do. */
public final class ProgramsAlone {
    private final List<CelRuntime.Program> programs;
    private final Map<String, Map<String, Object>> values;

    private ProgramsAlone(List<CelRuntime.Program> programs, Map<String, Map<String, Object>> values) {
        this.programs = programs;
        this.values = values;
    }

    /** @param day UTC day of the evaluation */
    public static ProgramsAlone of(
            CompiledPolicy policy, Profile profile, Deployment deployment, Organization organization, LocalDate day) {
        var sheet = policy.read(profile, deployment, organization, day, new Flips());
        if (!sheet.open().isEmpty()) {
            throw new IllegalStateException(
                    "these facts are not known: " + sheet.open().keySet());
        }
        var programs =
                policy.rules().stream().map(rule -> rule.condition().program()).toList();
        return new ProgramsAlone(programs, sheet.values());
    }

    public int size() {
        return programs.size();
    }

    /** How many conditions hold. */
    public int evaluate() {
        int holding = 0;
        try {
            for (var program : programs) {
                holding += Boolean.TRUE.equals(program.eval(values)) ? 1 : 0;
            }
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
        return holding;
    }
}
