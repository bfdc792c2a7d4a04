package licet.registry.fact;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import licet.rules.SourceText;
import licet.rules.format.CanonicalJson;
import licet.rules.policy.Policy;

/**
 * A policy as fields that can be held against those of another one. A rule is what it does and a hash of all its words:
 * the text itself stands with its version.
 */
final class PolicyFields {
    private static final int HASH = 12;

    private PolicyFields() {}

    static SortedMap<String, String> of(Policy policy) {
        var fields = new TreeMap<String, String>();
        fields.put("key", policy.key());
        fields.put("version", Integer.toString(policy.version()));
        fields.put("title", policy.title());
        fields.put("facts-max-age-days", Integer.toString(policy.factsMaxAgeDays()));
        fields.put(
                "regulations",
                policy.regulations().stream().map(SourceText::text).sorted().collect(Collectors.joining(", ")));
        fields.put("workflow", hash(policy.workflow().toString()));
        policy.rules().forEach(rule -> fields.put("rules." + rule.id(), rule(rule)));
        return fields;
    }

    private static String rule(Policy.Rule rule) {
        var required = rule.requires().stream().map(SourceText::text).toList();
        var words = "%s %s %s %s %s"
                .formatted(
                        rule.topic(),
                        rule.when().text(),
                        rule.then(),
                        rule.because().text(),
                        required);
        return effect(rule.then()) + " " + hash(words);
    }

    private static String effect(Policy.Effect effect) {
        return effect.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String hash(String text) {
        return CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
    }
}
