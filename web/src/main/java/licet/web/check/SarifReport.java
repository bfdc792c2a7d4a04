package licet.web.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import licet.rules.explain.VerdictDocument;
import licet.rules.format.CanonicalJson;

/** For code scanning: SARIF 2.1.0 of OASIS. What is permitted has no result. */
final class SarifReport {
    private static final String VERSION = "2.1.0";
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String UNASKED = "licet/unasked";
    private static final String FINGERPRINT = "licet/v1";

    private SarifReport() {}

    private record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

    private record Run(Tool tool, List<Result> results, String columnKind) {}

    private record Tool(Driver driver) {}

    private record Driver(String name, String semanticVersion, Message shortDescription, List<Rule> rules) {}

    private record Rule(String id, Message shortDescription) {}

    private record Message(String text) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private record Result(
            String ruleId,
            String level,
            Message message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            Optional<String> hostedViewerUri) {}

    private record Location(PhysicalLocation physicalLocation) {}

    private record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    private record ArtifactLocation(String uri) {}

    private record Region(int startLine) {}

    static String write(Report report) {
        var results = report.all().stream().flatMap(SarifReport::results).toList();
        var rules = new LinkedHashMap<String, Rule>();
        results.forEach(result ->
                rules.computeIfAbsent(result.ruleId(), id -> new Rule(id, new Message(CheckTexts.get("rule", id)))));
        var driver =
                new Driver("Licet", report.version(), new Message(CheckTexts.get("tool")), List.copyOf(rules.values()));
        return JsonReport.indented(
                new Log(SCHEMA, VERSION, List.of(new Run(new Tool(driver), results, "utf16CodeUnits"))));
    }

    private static Stream<Result> results(Checked checked) {
        return switch (checked.outcome()) {
            case PERMITTED -> Stream.empty();
            case FAILED -> Stream.of(result(checked, UNASKED, "error", checked.sentence()));
            case NEEDS, DENIED ->
                checked.verdict()
                        .map(verdict -> reasons(checked, verdict))
                        .orElseGet(() -> Stream.of(result(checked, UNASKED, "warning", checked.sentence())));
        };
    }

    private static Stream<Result> reasons(Checked checked, VerdictDocument verdict) {
        return verdict.reasons().stream()
                .filter(reason ->
                        reason.effect().equals("DENY") || reason.effect().equals("NEEDS"))
                .map(reason -> result(
                        checked,
                        reason.id(),
                        reason.effect().equals("DENY") ? "error" : "warning",
                        checked.reference().text() + ": " + reason.text()));
    }

    private static Result result(Checked checked, String rule, String level, String text) {
        var place = checked.reference().place();
        return new Result(
                rule,
                level,
                new Message(text),
                place
                        .map(at -> new Location(
                                new PhysicalLocation(new ArtifactLocation(uri(at.file())), new Region(at.line()))))
                        .stream()
                        .toList(),
                Map.of(FINGERPRINT, fingerprint(rule, checked.reference())),
                checked.page().filter(page -> page.startsWith("https://")));
    }

    /** The same for the same mention, however its line moves. */
    private static String fingerprint(String rule, Reference reference) {
        String whole = rule + "\n" + reference.text() + "\n"
                + reference.place().map(Place::file).orElse("");
        return CanonicalJson.sha256(whole.getBytes(StandardCharsets.UTF_8));
    }

    private static String uri(String path) {
        try {
            return new java.net.URI(null, null, path, null).getRawPath();
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalArgumentException(path, impossible);
        }
    }
}
