package licet.rules.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;

import licet.rules.Knowledge;
import licet.rules.facts.Country;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractingEntityTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load(false);

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            meta    ; DE ; Meta Platforms Ireland Limited
            meta    ; CH ; Meta Platforms Ireland Limited
            meta    ; NO ; Meta Platforms Ireland Limited
            meta    ; US ; Meta Platforms, Inc.
            meta    ; GB ; Meta Platforms, Inc.
            google  ; DE ; Google LLC
            tencent ; DE ; THL A29 Limited, the applicable entity
            openai  ; DE ; ''
            """)
    void follows_from_the_licensees_seat(String developer, String seat, String names) {
        var found = KNOWLEDGE
                .jurisdictions()
                .find(developer)
                .orElseThrow()
                .contractingWith(new Country(seat), KNOWLEDGE.regions())
                .stream()
                .map(Developer.ContractingEntity::name)
                .toList();
        assertThat(String.join(", ", found)).isEqualTo(names);
    }
}
