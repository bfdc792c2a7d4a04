package licet.rules.policy;

import java.util.List;

/** A policy that cannot be used; the message names every rule and test that is wrong. */
public final class PolicyProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public PolicyProblem(String policy, List<String> problems) {
        super(policy + ": " + String.join("; ", problems));
    }
}
