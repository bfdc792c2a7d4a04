package licet.rules.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.rules.Corpus;
import licet.rules.Knowledge;
import licet.rules.ShippedReleases;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Ids;
import licet.rules.format.ClaimsYaml;
import licet.rules.format.FormatException;
import licet.rules.license.LicenseKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
    private static final List<Claim> CLAIMS = ShippedReleases.claims();
    private static final Releases RELEASES = ShippedReleases.load();
    private static final ModelFamilies FAMILIES = ShippedReleases.families();
    private static final Knowledge KNOWLEDGE = Knowledge.load(false);

    /** What the release data alone shows. */
    private static List<CheckedClaim> checked() {
        var observed = RELEASES.list().stream().map(ClaimsTest::observed).toList();
        return new ClaimCheck(KNOWLEDGE.licenses()).check(CLAIMS, observed);
    }

    private static Observed observed(Release release) {
        var jurisdictions = KNOWLEDGE.jurisdictions();
        return new Observed(
                release.model(),
                release.isStated(),
                Optional.of(Period.of(release.released())),
                release.parameters(),
                release.stated()
                        .map(said -> List.copyOf(KNOWLEDGE.licenses().namedByHubId(said.license())))
                        .orElse(List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(jurisdictions.countryOf(release.developer())));
    }

    @Test
    void everyClaimOfTheSharedListIsHere() throws IOException {
        var list = Corpus.shared().resolve("seed-claims.tsv");
        assumeTrue(Files.exists(list), "left out: the shared list of claims is not here");
        var lines = Files.readAllLines(list).stream()
                .filter(line -> line.startsWith("C"))
                .map(line -> line.split("\t"))
                .map(cells -> cells[0] + " | " + cells[1] + " | " + cells[2])
                .filter(line -> !line.startsWith("claim_id"))
                .toList();
        assertThat(CLAIMS.stream().map(claim -> claim.id() + " | " + claim.about() + " | " + Ids.of(claim.kind())))
                .containsExactlyElementsOf(lines);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C01 | REFUTED   | C02
            C02 | BORNE_OUT | C01
            C03 | REFUTED   |
            C07 | REFUTED   | C08
            C08 | BORNE_OUT | C07
            C10 | OPEN      | C34
            C11 | BORNE_OUT |
            C12 | BORNE_OUT |
            C13 | REFUTED   |
            C15 | REFUTED   | C16
            C17 | REFUTED   |
            C18 | OPEN      |
            C20 | OPEN      |
            C22 | BORNE_OUT |
            C23 | BORNE_OUT |
            C30 | OPEN      |
            C31 | OPEN      |
            C33 | OPEN      | C34
            C34 | OPEN      | C10 C33
            """)
    void isHeldAgainstTheReleases(String id, CheckedClaim.Outcome outcome, String against) {
        var claim = checked().stream()
                .filter(one -> one.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(claim.outcome()).isEqualTo(outcome);
        assertThat(String.join(" ", claim.against())).isEqualTo(against == null ? "" : against);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            license: mit                                          | llama-4-community                  | REFUTED
            license: llama-4-community                            | llama-4-community                  | BORNE_OUT
            license: mit                                          | llama-4-community mit              | OPEN
            license: mit                                          |                                    | OPEN
            users-cap: 700000000                                  | llama-4-community                  | BORNE_OUT
            users-cap: 100000000                                  | llama-4-community                  | REFUTED
            use-policy: true                                      | llama-4-community                  | BORNE_OUT
            use-policy: true                                      | apache-2.0                         | REFUTED
            grant: {act: host-for-third-parties, state: withheld} | llama-4-community                  | REFUTED
            grant: {act: sublicense, state: withheld}             | llama-4-community                  | BORNE_OUT
            grant: {act: sublicense, state: withheld}             | llama-4-community no-such-text     | OPEN
            context: 10000000                                     | apache-2.0                         | BORNE_OUT
            context: 1000000                                      | apache-2.0                         | REFUTED
            mixture: false                                        | apache-2.0                         | REFUTED
            seat: [DE, FR]                                        | apache-2.0                         | BORNE_OUT
            seat: [CN]                                            | apache-2.0                         | REFUTED
            released: 2025-04                                     | apache-2.0                         | BORNE_OUT
            released: 2025-05..2025-08                            | apache-2.0                         | REFUTED
            'size: {total: 100B, active: 17B}'                    | apache-2.0                         | BORNE_OUT
            'size: {total: 100B, active: 12B}'                    | apache-2.0                         | REFUTED
            """)
    void onePointBesideOneModel(String point, String licenses, CheckedClaim.Outcome outcome) {
        var claim = ClaimsYaml.parse("c.yaml", """
                schema: 1
                claims:
                  - {id: C01, about: A, kind: status, statement: S., source: T, says: [{%s, models: [A/b]}]}
                """.formatted(point));
        var observed = new Observed(
                new ModelId("a/B"),
                false,
                Optional.of(new Period(LocalDate.of(2025, 4, 5), LocalDate.of(2025, 4, 5))),
                Optional.of(new Size(101_000_000_000L, Optional.of(17_000_000_000L))),
                licenses == null
                        ? List.of()
                        : List.of(licenses.split(" ")).stream()
                                .map(LicenseKey::new)
                                .toList(),
                Optional.of(10_485_760L),
                Optional.of(true),
                Optional.of("FR"));
        assertThat(new ClaimCheck(KNOWLEDGE.licenses())
                        .check(claim, List.of(observed))
                        .getFirst()
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void everyPointIsAboutReleasesThatAreKnown() {
        assertThat(CLAIMS.stream().flatMap(claim -> claim.points().stream()).flatMap(point -> point.models().stream()))
                .allSatisfy(model ->
                        assertThat(RELEASES.find(model)).as(model.value()).isPresent());
        var ids = CLAIMS.stream().collect(Collectors.toMap(Claim::id, Function.identity()));
        assertThat(CLAIMS.stream().flatMap(claim -> claim.against().stream())).allMatch(ids::containsKey);
    }

    @Test
    void everyReleaseBelongsToTheFamilyOfItsGeneration() {
        assertThat(RELEASES.list()).allSatisfy(release -> {
            var family = FAMILIES.of(release.model()).orElseThrow();
            assertThat(family.generations()).contains(release.family());
            assertThat(family.developer()).isEqualTo(release.developer());
        });
        assertThat(FAMILIES.keyOf(new ModelId("Some-One/thing"))).isEqualTo("some-one");
        assertThat(FAMILIES.keyOf(new ModelId("google/flan-t5-xl"))).isEqualTo("google");
    }

    @Test
    void aPointSaysOneThing() {
        assertThatThrownBy(() -> ClaimsYaml.parse("c.yaml", """
                        schema: 1
                        claims:
                          - {id: C01, about: A, kind: size, statement: S, source: T,
                             says: [{mixture: true, context: 5, models: []}]}
                        """))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("c.yaml:4");
    }
}
