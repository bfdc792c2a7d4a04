package licet.rules.obligation;

import licet.rules.evidence.ModelId;
import licet.rules.verdict.Verdict;

/** One model of a deployment with its verdict there. */
public record Held(ModelId model, String revision, Verdict verdict) {}
