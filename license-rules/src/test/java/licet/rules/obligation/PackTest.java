package licet.rules.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.Corpus;
import licet.rules.cases.CaseWorld;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Ids;
import licet.rules.format.CanonicalJson;
import licet.rules.license.Citation;
import licet.rules.license.Clause;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;
import licet.rules.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Laws of the pack: each text and duty once, nothing lost, blanks to fill in, the same bytes again. */
class PackTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Corpus.resource("/licet/schema/obligations.schema.json"));

    private static List<Pack> packs() {
        return ObligationBookTest.deployments().map(ObligationBookTest::pack).toList();
    }

    @Test
    void what_several_models_ask_for_stands_once_and_names_them() {
        var pack = ObligationBookTest.pack("passed-on");
        var llamas = List.of("meta-llama/Llama-3.1-8B-Instruct", "meta-llama/Llama-3.3-70B-Instruct");
        assertThat(pack.badges())
                .filteredOn(badge -> badge.text().equals("Built with Llama"))
                .singleElement()
                .satisfies(badge -> {
                    assertThat(badge.basis().models()).isEqualTo(llamas);
                    assertThat(badge.basis().clauses()).hasSize(2);
                });
        assertThat(pack.planned().prefixes())
                .singleElement()
                .satisfies(prefix -> assertThat(prefix.basis().models()).isEqualTo(llamas));
        for (var one : packs()) {
            assertThat(one.checklist().stream().map(item -> item.kind() + item.text() + item.words()))
                    .doesNotHaveDuplicates();
            assertThat(one.handDown().stream()
                            .map(line -> line.text() + line.basis().condition()))
                    .doesNotHaveDuplicates();
            assertThat(one.licenses().stream()
                            .map(copy -> copy.document() + copy.basis().condition()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void no_due_duty_of_a_verdict_is_lost() {
        for (String name : ObligationBookTest.deployments().toList()) {
            var pack = ObligationBookTest.pack(name);
            var cited = new TreeSet<String>();
            Stream.concat(pack.checklist().stream(), pack.conditional().stream())
                    .flatMap(item -> item.basis().clauses().stream()
                            .map(cite -> item.kind() + " " + cite.document() + " " + cite.section()))
                    .forEach(cited::add);
            var asked = new ArrayList<String>();
            for (var held : CaseWorld.portfolio("/obligation/" + name + ".yaml").models()) {
                held.verdict().findings().forEach(found -> {
                    if (found.finding() instanceof Finding.Obliges obliges
                            && obliges.subject() instanceof Subject.OfClause clause) {
                        asked.add(
                                Ids.of(obliges.duty()) + " " + clause.citation().document() + " "
                                        + clause.citation().section());
                    }
                });
            }
            assertThat(asked).isNotEmpty();
            assertThat(cited).containsAll(asked);
        }
    }

    @Test
    void names_are_held_against_every_prefix() {
        assertThat(ObligationBookTest.pack("passed-on").planned())
                .satisfies(name -> assertThat(name.state()).isEqualTo(Pack.NameCheck.State.NAME_DIFFERS))
                .satisfies(name -> assertThat(name.suggestion()).contains("Llama-Acme-Chat"));
        assertThat(ObligationBookTest.pack("two-names").planned())
                .satisfies(name -> assertThat(name.state()).isEqualTo(Pack.NameCheck.State.CONTRADICTION))
                .satisfies(name -> assertThat(name.suggestion()).isEmpty());
        assertThat(ObligationBookTest.pack("inside").planned().state()).isEqualTo(Pack.NameCheck.State.NOT_ASKED);
    }

    @Test
    void what_an_open_fact_decides_stands_apart() {
        var pack = ObligationBookTest.pack("open-facts");
        assertThat(pack.conditional())
                .isNotEmpty()
                .allMatch(item -> item.basis().condition().isPresent());
        assertThat(pack.checklist()).allMatch(item -> item.basis().condition().isEmpty());
        assertThat(pack.conditional().stream().map(Pack.Item::kind)).contains("badge", "copy-of-terms");
    }

    @Test
    void the_organization_fills_in_who_does_it() {
        assertThat(packs().stream().flatMap(pack -> pack.checklist().stream()))
                .allSatisfy(
                        item -> assertThat(item.owner().role() + item.owner().evidence())
                                .isEmpty())
                .noneMatch(item -> item.owner().done());
    }

    @Test
    void the_json_follows_its_schema_and_reads_back_to_the_same_pack() {
        for (var pack : packs()) {
            String json = new PackFiles(Locale.ENGLISH).of(pack).get("obligations.json");
            assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(CanonicalJson.read(json, Pack.class)).isEqualTo(pack);
        }
    }

    /** Every duty has its place, and every place its heading; every text of the bundle is used by some key below. */
    @Test
    void the_bundle_holds_exactly_the_words_that_can_be_asked_for() throws Exception {
        var properties = new Properties();
        properties.load(new java.io.StringReader(Corpus.resource("/licet/messages/obligations.properties")));
        var asked = new TreeSet<String>();
        Arrays.stream(Clause.Duty.Kind.values()).forEach(kind -> asked.add("group." + Ids.of(Group.of(kind))));
        Arrays.stream(Group.values()).forEach(group -> asked.add("group." + Ids.of(group)));
        Arrays.stream(Clause.FieldOfUse.Strength.values()).forEach(one -> asked.add("hand-down." + Ids.of(one)));
        Arrays.stream(Pack.NameCheck.State.values())
                .filter(state -> state != Pack.NameCheck.State.NOT_ASKED)
                .forEach(state -> asked.add("name.state." + Ids.of(state)));
        asked.addAll(List.of("registration", "name.task", "name.prefix", "watch.live", "watch.amendable-by-notice"));
        asked.addAll(List.of("watch.whole-text", "ask-again", "modified", "text.ship", "text.keep", "text.file"));
        asked.addAll(List.of("text.hash", "text.no-file", "list.title", "list.model", "list.columns"));
        asked.addAll(List.of("list.conditional", "list.condition", "list.source", "list.name", "list.texts"));
        asked.addAll(List.of("list.badges", "list.modified", "file.notice.title", "file.notice.for"));
        asked.addAll(List.of("file.hand-down.title", "file.hand-down.head", "file.hand-down.foot"));
        assertThat(properties.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void the_notice_file_holds_the_fixed_line_of_each_license_once() {
        var pack = new PackMaker(CaseWorld.KNOWLEDGE.licenses(), Locale.ENGLISH)
                .pack(
                        CaseWorld.portfolio("/obligation/inside.yaml").deployment(),
                        CaseWorld.portfolio("/obligation/inside.yaml").organization(),
                        List.of(
                                noticed("lab/one", "The line of one license."),
                                noticed("lab/two", "The line of one license."),
                                noticed("lab/three", "Another line."),
                                noticed("lab/four", "")));
        assertThat(new PackFiles(Locale.ENGLISH).of(pack).get("NOTICE")).isEqualTo("""
                        Notices for the tool

                        For lab/one, lab/two:
                        The line of one license.

                        For lab/three:
                        Another line.
                        """);
        assertThat(pack.checklist().stream().map(Pack.Item::text))
                .contains(
                        "Hand on the notice file that comes with the work, where there is one, as “L” asks.",
                        "Ship a notice file with the line that “L” fixes: “Another line.”");
    }

    private static Held noticed(String model, String line) {
        var license = new LicenseKey("llama-3.3-community");
        var subject = new Subject.OfClause(
                "self", Artifact.WEIGHTS, license, "notice-file", new Citation(license.value(), "1.b.iii"));
        var obliges = new Finding.Obliges(
                subject,
                Finding.Because.of("duty.notice-file", "L", line),
                Clause.Duty.Kind.NOTICE_FILE,
                new TreeSet<>());
        return new Held(
                new ModelId(model),
                "1",
                new Verdict(
                        Answer.ALLOW,
                        List.of(new Verdict.Cited(obliges, List.of(), List.of())),
                        new TreeSet<>(),
                        Instant.EPOCH,
                        Optional.empty()));
    }
}
