package licet.registry.attestation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import licet.rules.explain.VerdictDocument;

/**
 * What a permitted model fulfills, as words that a verifier looks for. There are none for what is not fulfilled: where a
 * finding stands only because a paper lifts it, the word of its topic is missing.
 */
final class Passing {
    private static final String PREFIX = "LICET_";
    private static final List<String> TOPICS = List.of("license", "lineage", "identification");
    private static final String LIFTED = "WAIVED";

    private Passing() {}

    static List<String> of(VerdictDocument verdict, Instant until) {
        var all = new ArrayList<String>();
        all.add(PREFIX + "PERMITTED");
        all.add(PREFIX + "DEPLOYMENT_" + word(verdict.deployment().key()));
        for (var topic : TOPICS) {
            if (isUntouched(verdict, reason -> reason.topic().equals(topic))) {
                all.add(PREFIX + word(topic) + "_OK");
            }
        }
        if (isUntouched(verdict, reason -> reason.rule().isPresent())) {
            all.add(PREFIX + "POLICY_OK");
        }
        if (verdict.reasons().stream()
                .flatMap(reason -> reason.instrument().stream())
                .anyMatch(Passing::isApproval)) {
            all.add(PREFIX + "APPROVED");
        }
        all.add(PREFIX + "VALID_UNTIL_" + until);
        return List.copyOf(all);
    }

    private static boolean isUntouched(VerdictDocument verdict, Predicate<VerdictDocument.Reason> concerned) {
        return verdict.reasons().stream()
                .filter(concerned)
                .noneMatch(reason -> reason.effect().equals(LIFTED));
    }

    private static boolean isApproval(VerdictDocument.Paper paper) {
        return paper.kind().equals("approval");
    }

    private static String word(String text) {
        return text.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
