package licet.ingest.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The wordings by which cards tell a model's origin, from {@code hint-phrases.yaml}. */
record HintPhrases(Pattern origin, Pattern base, Pattern self, Pattern header, Pattern other) {
    static final HintPhrases SHIPPED = load();

    private static HintPhrases load() {
        try (InputStream in = HintPhrases.class.getResourceAsStream("/licet/ingest/hint-phrases.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the resource hint-phrases.yaml is missing");
            }
            var fields = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return new HintPhrases(
                    pattern(fields, "origin"),
                    pattern(fields, "base"),
                    pattern(fields, "self"),
                    pattern(fields, "header"),
                    pattern(fields, "other"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(Map<?, ?> fields, String key) {
        if (!(fields.get(key) instanceof List<?> phrases) || !phrases.stream().allMatch(String.class::isInstance)) {
            throw new IllegalStateException("hint-phrases.yaml: '" + key + "' must be a list of texts");
        }
        String any = phrases.stream()
                .map(String::valueOf)
                .map(phrase -> phrase.replace(" ", "\\s+"))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?i)(?<![\\w\\-])(?:" + any + ")(?![\\w\\-])");
    }
}
