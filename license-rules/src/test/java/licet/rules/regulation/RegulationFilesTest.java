package licet.rules.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.SourceText;
import licet.rules.policy.CompiledPolicy;
import licet.rules.policy.Policy;
import licet.rules.policy.Workflow;
import org.junit.jupiter.api.Test;

/** The whole directory of regulations: a new file is covered by these tests without being named in one. */
class RegulationFilesTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load(false);

    private static Stream<Regulation.Rule> rules() {
        return KNOWLEDGE.regulations().all().stream().flatMap(regulation -> regulation.rules().stream());
    }

    @Test
    void every_condition_compiles_and_every_reason_speaks_of_known_facts() {
        var named = KNOWLEDGE.regulations().all().stream()
                .flatMap(regulation ->
                        regulation.rules().stream().map(rule -> SourceText.of(regulation.id() + "/" + rule.id())))
                .toList();
        assertThat(named).hasSizeGreaterThan(30);
        var policy =
                new Policy("all", 1, "Everything that is known", 92, named, List.of(), List.of(), Workflow.STANDARD);
        assertThat(CompiledPolicy.of(policy, KNOWLEDGE).policy()).isEqualTo(policy);
    }

    @Test
    void every_developer_is_on_record() {
        assertThat(rules().flatMap(rule -> developers(rule.reach()).stream()))
                .allSatisfy(key ->
                        assertThat(KNOWLEDGE.jurisdictions().find(key)).as(key).isPresent());
    }

    private static Set<String> developers(Reach reach) {
        return switch (reach) {
            case Reach.ProductOrService(var developers) -> developers;
            case Reach.DevelopedBy(var developers, var through) -> developers;
            case Reach.Provider() -> Set.of();
            case Reach.Deployer() -> Set.of();
            case Reach.Information() -> Set.of();
        };
    }

    @Test
    void every_jurisdiction_is_a_country_or_a_region() {
        assertThat(KNOWLEDGE.regulations().all())
                .allSatisfy(regulation -> assertThat(
                                Set.of(Locale.getISOCountries()).contains(regulation.jurisdiction())
                                        || KNOWLEDGE.regions().knows(regulation.jurisdiction()))
                        .as(regulation.id())
                        .isTrue());
    }

    @Test
    void what_an_authority_has_to_act_on_first_is_off() {
        assertThat(KNOWLEDGE
                        .regulations()
                        .find("us-ndaa-2026-1532")
                        .orElseThrow()
                        .rules())
                .filteredOn(rule -> !rule.byDefault())
                .extracting(Regulation.Rule::id)
                .containsExactly("covered-countries", "unknown-countries", "covered-lists");
    }

    @Test
    void every_regulation_names_a_source_and_begins_no_rule_before_its_first_event() {
        assertThat(KNOWLEDGE.regulations().all()).allSatisfy(regulation -> {
            assertThat(regulation.sources()).as(regulation.id()).isNotEmpty();
            regulation
                    .rules()
                    .forEach(rule -> assertThat(regulation.timeline())
                            .as(regulation.id() + "/" + rule.id())
                            .anySatisfy(event -> assertThat(event.date()).isBeforeOrEqualTo(rule.from())));
        });
    }
}
