package licet.ingest.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads the YAML of a card: version 1.2, so that {@code no} stays Norwegian, and tolerant where the Hub is. */
final class FrontMatterReader {
    static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_ALIASES = 50;

    /** Escapes that YAML allows in double quotes and the parser does not know, with what they stand for. */
    private static final Map<String, String> ESCAPES =
            Map.of("L", "\u2028", "P", "\u2029", "N", "\u0085", "_", "\u00a0");

    private static final Pattern UNKNOWN_ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\([LPN_])");
    private static final Pattern TAB_AFTER_COLON = Pattern.compile("(?m)^(\\s*[\\w\\-]+:)\\t+");

    private FrontMatterReader() {}

    static FrontMatter read(String yaml, List<CardProblem> problems) {
        if (yaml.length() > MAX_LENGTH) {
            problems.add(new CardProblem(
                    CardProblem.Kind.REFUSED, "the metadata block is longer than " + MAX_LENGTH + " characters"));
            return FrontMatter.EMPTY;
        }
        try {
            Optional<String> hostile = YamlShape.findExcess(yaml);
            if (hostile.isPresent()) {
                problems.add(new CardProblem(CardProblem.Kind.REFUSED, hostile.get()));
                return FrontMatter.EMPTY;
            }
            return parse(yaml, problems);
        } catch (YamlEngineException e) {
            return parseRepaired(yaml, e, problems);
        }
    }

    private static FrontMatter parseRepaired(String yaml, YamlEngineException cause, List<CardProblem> problems) {
        String repaired = repair(yaml);
        if (!repaired.equals(yaml) && YamlShape.isReadable(repaired)) {
            try {
                FrontMatter fields = parse(repaired, problems);
                problems.add(new CardProblem(CardProblem.Kind.REPAIRED, "unusual escapes or tabs were replaced"));
                return fields;
            } catch (YamlEngineException e) {
                cause.addSuppressed(e);
            }
        }
        problems.add(new CardProblem(CardProblem.Kind.MALFORMED, firstLine(cause)));
        return FrontMatter.EMPTY;
    }

    private static FrontMatter parse(String yaml, List<CardProblem> problems) {
        try {
            return fields(load(yaml, false), problems);
        } catch (DuplicateKeyException e) {
            problems.add(new CardProblem(CardProblem.Kind.DUPLICATE_KEY, firstLine(e) + "; the last one counts"));
            return fields(load(yaml, true), problems);
        }
    }

    private static @Nullable Object load(String yaml, boolean duplicates) {
        return new Load(LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        .setAllowDuplicateKeys(duplicates)
                        .setMaxAliasesForCollections(MAX_ALIASES)
                        .setAllowNonScalarKeys(false)
                        .setCodePointLimit(MAX_LENGTH)
                        .build())
                .loadFromString(yaml);
    }

    private static FrontMatter fields(@Nullable Object value, List<CardProblem> problems) {
        if (value == null) {
            return FrontMatter.EMPTY;
        }
        if (!(value instanceof Map<?, ?> map)) {
            problems.add(new CardProblem(CardProblem.Kind.NOT_A_MAPPING, "the metadata block holds no fields"));
            return FrontMatter.EMPTY;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, field) -> {
            if (field != null) {
                fields.put(String.valueOf(key), field);
            }
        });
        return new FrontMatter(fields);
    }

    private static String repair(String yaml) {
        String escapes = UNKNOWN_ESCAPE
                .matcher(yaml)
                .replaceAll(m -> Matcher.quoteReplacement(m.group(1) + ESCAPES.get(m.group(2))));
        return TAB_AFTER_COLON.matcher(escapes).replaceAll("$1 ");
    }

    private static String firstLine(YamlEngineException e) {
        String message = String.valueOf(e.getMessage()).strip();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
