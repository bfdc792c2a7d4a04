package licet.web.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import licet.rules.explain.VerdictDocument;
import licet.rules.format.CanonicalJson;

/** For programs: schema {@value #SCHEMA}. */
final class JsonReport {
    static final String SCHEMA = "licet/check/1";
    private static final ObjectMapper INDENTED = new ObjectMapper();

    private JsonReport() {}

    /** @param result that of all models together */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Whole(
            String schema, String deployment, String version, String result, int exitCode, List<One> models) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record One(
            String asked,
            String result,
            String sentence,
            Optional<Place> place,
            Optional<VerdictDocument> verdict,
            Optional<String> page) {
        static One of(Checked checked) {
            return new One(
                    checked.reference().text(),
                    checked.outcome().word(),
                    checked.sentence(),
                    checked.reference().place(),
                    checked.verdict(),
                    checked.page());
        }
    }

    static String write(Report report) {
        return indented(new Whole(
                SCHEMA,
                report.deployment(),
                report.version(),
                report.outcome().word(),
                report.outcome().exitCode(),
                report.all().stream().map(One::of).toList()));
    }

    static String indented(Object value) {
        try {
            var tree = INDENTED.readValue(CanonicalJson.write(value), JsonNode.class);
            return INDENTED.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written is JSON", impossible);
        }
    }
}
