package licet.tests.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import licet.registry.decision.AloneVerdicts;
import licet.rules.Knowledge;
import licet.rules.format.DeploymentYaml;
import licet.rules.format.OrganizationYaml;
import licet.web.check.AloneChecker;
import licet.web.check.Place;
import licet.web.check.Reference;
import licet.web.check.Report;
import licet.web.check.ReportFormat;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reports of the command line, by the schema of SARIF and a reader of test reports that is not ours. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReportDocumentsTest {
    private static final String SCHEMA = "schema/sarif-schema-2.1.0.json";

    private static Report report() throws Exception {
        var use = new AloneVerdicts.Use(
                DeploymentYaml.parse("deployment", sample("deployments/us-hosted-service.yaml")),
                OrganizationYaml.parse("organization", sample("organization.yaml")),
                sample("policies/balanced.yaml"));
        try (var checker = AloneChecker.recorded(use)) {
            return Report.of(
                    List.of(
                            Reference.named("Qwen/QwQ-32B"),
                            Reference.named("meta-llama/Llama-3.3-70B-Instruct", new Place("a b/<&>\u0001.py", 3)),
                            Reference.named("no-such/model", new Place("deploy/values.yaml", 12)),
                            Reference.named("not a model \u0007]]>", new Place("x.yaml", 1))),
                    checker,
                    "0.1.0");
        }
    }

    private static String sample(String file) throws IOException {
        try (var in = Objects.requireNonNull(Knowledge.class.getResourceAsStream("/licet/samples/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void sarifIsValidAndNamesEachReasonAtItsLine() throws Exception {
        var log = (ObjectNode) new ObjectMapper().readTree(ReportFormat.SARIF.write(report()));
        var schema = OfficialSchemas.get(SCHEMA);
        assertThat(schema.validate(log)).isEmpty();
        assertThat(log.at("/runs/0/results")).hasSizeGreaterThan(2);
        assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(3);
        log.put("version", "1.0");
        assertThat(schema.validate(log)).as("the schema refuses something").isNotEmpty();
    }

    @Test
    void aForeignReaderOfTestReportsFindsTheSameCounts() throws Exception {
        var xml = ReportFormat.JUNIT.write(report()).getBytes(StandardCharsets.UTF_8);
        var suites = new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8));
        assertThat(suites).hasSize(1);
        assertThat(suites.getFirst().getNumberOfTests()).isEqualTo(4);
        assertThat(suites.getFirst().getNumberOfFailures()).isEqualTo(2);
        assertThat(suites.getFirst().getNumberOfErrors()).isEqualTo(1);
        assertThat(suites.getFirst().getTestCases()).hasSize(4);
    }
}
