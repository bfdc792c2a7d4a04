package licet.registry.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import licet.rules.format.CanonicalJson;
import licet.rules.format.OrganizationYaml;
import org.junit.jupiter.api.Test;

/** What an entry of the audit log says about changed facts, and what it keeps to itself. */
class ChangedFieldsTest {
    private static final String FIGURE = "figures[annual-revenue/one/entity/2026-01/more-than-half]";

    private static String organization(String seat, String... figures) {
        return """
                schema: 1
                entities:
                  - {key: one, name: One, seat: %s}
                figures: [%s]
                """.formatted(seat, String.join(", ", figures));
    }

    private static String revenue(String period, String value, String asOf) {
        return "{metric: annual-revenue, entity: one, breadth: entity, period: %s, value: %s, unit: USD, as-of: %s,"
                        .formatted(period, value, asOf)
                + " source: books, owner: finance}";
    }

    private static String changed(String before, String after) {
        return CanonicalJson.write(ChangedFields.between(
                OrganizationText.of(OrganizationYaml.parse("before", before), true),
                OrganizationText.of(OrganizationYaml.parse("after", after), true)));
    }

    @Test
    void namesWhatChangedWithBothSidesAndNothingElse() {
        var detail = changed(organization("DE"), organization("FR"));
        assertThat(detail)
                .isEqualTo("{\"after\":{\"entities[one].seat\":\"FR\"},\"before\":{\"entities[one].seat\":\"DE\"}}");
    }

    @Test
    void saysOfAFigureOnWhichSideItWentAndNeverItsValue() {
        var detail = changed(
                organization("DE", revenue("2026-01", "41234567", "2026-02-01")),
                organization(
                        "DE",
                        revenue("2025-01", "31234567", "2025-02-01"),
                        revenue("2026-01", "51234567", "2026-03-01")));
        assertThat(detail)
                .contains("\"" + FIGURE + ".value\":\"higher\"", "\"" + FIGURE + ".value\":\"lower\"")
                .contains("\"" + FIGURE + ".as-of\":\"2026-03-01\"", "\"" + FIGURE + ".as-of\":\"2026-02-01\"")
                .contains("\"" + FIGURE.replace("2026-01", "2025-01") + ".value\":\"on record\"")
                .doesNotContain("1234567");
    }

    @Test
    void anItemIsKnownByWhatItIsAboutAndNotByItsPlace() {
        var first = revenue("2025-01", "1", "2025-02-01");
        var second = revenue("2026-01", "2", "2026-02-01");
        assertThat(changed(organization("DE", first, second), organization("DE", second, first)))
                .isEqualTo("{\"after\":{},\"before\":{}}");
        assertThat(changed(organization("DE", first), organization("DE", first, first)))
                .as("twice the same")
                .contains("#2].value\":\"on record\"");
    }

    @Test
    void isBoundedHoweverMuchChanges() {
        var now = new TreeMap<String, String>();
        for (int i = 0; i < 150; i++) {
            now.put("field" + i, "x".repeat(500));
        }
        var detail = ChangedFields.between(Map.of(), now);
        assertThat(detail).containsEntry("more", 50).containsEntry("before", new TreeMap<>());
        assertThat((Map<?, ?>) detail.get("after")).hasSize(100);
        assertThat(CanonicalJson.write(detail)).hasSizeLessThan(25_000).doesNotContain("x".repeat(200));
    }
}
