package licet.registry.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.http.Principal;
import licet.rules.format.CanonicalJson;
import licet.rules.policy.Policy;

/** Tries a text out before anybody proposes it. */
@Singleton
public class PolicyTrials {
    private final PolicyText text;
    private final FlipPreviews previews;

    PolicyTrials(PolicyText text, FlipPreviews previews) {
        this.text = text;
        this.previews = previews;
    }

    /**
     * @param policy present when the text could be read
     * @param preview present when nothing is wrong with it
     */
    public record Tried(
            Optional<Policy> policy,
            List<PolicyText.Flaw> flaws,
            List<PolicyDocument.TestLine> tests,
            Optional<FlipPreview> preview) {
        public Tried {
            flaws = List.copyOf(flaws);
            tests = List.copyOf(tests);
        }
    }

    /** Only those who may propose try texts out: a condition can ask for facts that others do not see. */
    public Tried of(String source, Principal caller) {
        PolicyRights.proposer(caller);
        return tried(source, 1);
    }

    /** What a stored text would change; whoever may see the policy may see that. */
    public Tried of(PolicyDocument stored) {
        return tried(stored.source(), stored.head().version());
    }

    private Tried tried(String source, int version) {
        var checked = text.check(source, version);
        return new Tried(
                checked.policy(),
                checked.flaws(),
                checked.policy()
                        .map(policy -> Policies.tests(policy, checked.trials()))
                        .orElse(List.of()),
                checked.compiled()
                        .map(compiled -> previews.of(compiled, CanonicalJson.sha256(source.getBytes(UTF_8)))));
    }
}
