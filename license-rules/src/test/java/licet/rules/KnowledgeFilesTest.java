package licet.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import licet.rules.format.DeploymentYaml;
import licet.rules.format.OrganizationYaml;
import licet.rules.license.Citation;
import licet.rules.license.Clause;
import licet.rules.license.License;
import org.junit.jupiter.api.Test;

/** The whole data directory: a new license is covered by these tests without being named in one. */
class KnowledgeFilesTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load(false);

    @Test
    void anAliasNamesOneTextUnlessAFamilySaysOtherwise() {
        var catalog = KNOWLEDGE.licenses();
        var wrong = new ArrayList<String>();
        for (License license : catalog.licenses()) {
            license.recognition().hubIds().stream()
                    .filter(id -> catalog.namedByHubId(id).size() > 1
                            && KNOWLEDGE.families().findByHubId(id).isEmpty())
                    .forEach(id -> wrong.add(license.key() + ": hub id " + id));
            license.recognition().licenseNames().stream()
                    .filter(name -> catalog.namedByLicenseName(name).size() > 1
                            && KNOWLEDGE.families().findByLicenseName(name).isEmpty())
                    .forEach(name -> wrong.add(license.key() + ": license_name " + name));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyLicensorIsADeveloper() {
        assertThat(KNOWLEDGE.licenses().licenses().stream().flatMap(license -> license.licensor().stream()))
                .allSatisfy(key ->
                        assertThat(KNOWLEDGE.jurisdictions().find(key)).as(key).isPresent());
    }

    @Test
    void excludedPlacesAreKnown() {
        assertThat(clauses()
                        .flatMap(clause -> clause instanceof Clause.Territory territory
                                ? territory.excluded().stream()
                                : Stream.of()))
                .allSatisfy(code -> assertThat(
                                code.length() == 2 || KNOWLEDGE.regions().knows(code))
                        .as(code)
                        .isTrue());
    }

    @Test
    void everyCitedSectionStandsInTheText() {
        var texts = Corpus.texts();
        var ids = new TreeMap<String, String>();
        Corpus.known().forEach((license, known) -> ids.put(license.value(), known.getFirst()));
        var wrong = new ArrayList<String>();
        for (Citation citation : citations()) {
            // Where no text is at hand, the file's comment says from where its sections are known.
            String text = texts.get(ids.getOrDefault(citation.document(), citation.document()));
            if (text != null && !SectionFinder.stands(citation.section(), text)) {
                wrong.add(citation.document() + " has no section '" + citation.section() + "'");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void samplesAreRead() {
        var organization =
                OrganizationYaml.parse("organization.yaml", Corpus.resource("/licet/samples/organization.yaml"));
        for (String key : List.of("eu-internal-tool", "large-customer-product", "us-hosted-service")) {
            String file = "/licet/samples/deployments/" + key + ".yaml";
            var deployment = DeploymentYaml.parse(file, Corpus.resource(file));
            assertThat(deployment.key().value()).isEqualTo(key);
            assertThat(organization.find(deployment.licensee())).isPresent();
        }
    }

    @Test
    void digestChangesWithAnyFile() {
        var files = new TreeMap<>(Knowledge.files(false));
        assertThat(Knowledge.of(files).digest()).isEqualTo(KNOWLEDGE.digest());
        files.merge("families.yaml", "# changed\n", String::concat);
        assertThat(Knowledge.of(files).digest()).isNotEqualTo(KNOWLEDGE.digest());
    }

    @Test
    void aFileUnderAnotherNameIsRefused() {
        var files = new TreeMap<>(Knowledge.files(false));
        files.put("licenses/other.yaml", Map.copyOf(files).get("licenses/mit.yaml"));
        assertThatThrownBy(() -> Knowledge.of(files))
                .hasMessage("licenses/other.yaml: key 'mit' must be the file's name 'other'");
    }

    @Test
    void developersAreFoundByHubOwner() {
        var jurisdictions = KNOWLEDGE.jurisdictions();
        assertThat(jurisdictions.developerOf("Meta-Llama").key()).isEqualTo("meta");
        assertThat(jurisdictions.developerOf("deepseek-ai").country()).isEqualTo("CN");
        assertThat(jurisdictions.developerOf("Some-Body").key()).isEqualTo("hub:some-body");
        assertThat(jurisdictions.developerOf("Some-Body").country()).isEqualTo("??");
        assertThat(KNOWLEDGE.regions().members("EU")).hasSize(27);
        assertThat(KNOWLEDGE.regions().members("EEA")).hasSize(30);
    }

    private static Stream<Clause> clauses() {
        return Stream.concat(
                KNOWLEDGE.licenses().licenses().stream().flatMap(license -> license.clauses().stream()),
                KNOWLEDGE.licenses().policies().stream().flatMap(policy -> policy.clauses().stream()));
    }

    private static List<Citation> citations() {
        return Stream.concat(
                        clauses().map(clause -> clause.head().citation()),
                        KNOWLEDGE.licenses().licenses().stream()
                                .flatMap(license -> license.grants().values().stream())
                                .map(grant -> grant.citation()))
                .distinct()
                .toList();
    }
}
