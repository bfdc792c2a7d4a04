package licet.rules.spdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import licet.rules.spdx.SpdxExpression.And;
import licet.rules.spdx.SpdxExpression.Granted;
import licet.rules.spdx.SpdxExpression.Listed;
import licet.rules.spdx.SpdxExpression.Or;
import licet.rules.spdx.SpdxExpression.Referenced;
import licet.rules.spdx.SpdxExpression.Simple;
import licet.rules.spdx.SpdxExpression.With;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.library.LicenseInfoFactory;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v3_0_1.expandedlicensing.ConjunctiveLicenseSet;
import org.spdx.library.model.v3_0_1.expandedlicensing.DisjunctiveLicenseSet;
import org.spdx.library.model.v3_0_1.simplelicensing.AnyLicenseInfo;

/** Generated expressions against a truth table of their own and against the library of the SPDX project. */
class SpdxLawsTest {
    private static final List<String> IDS = List.of("MIT", "ISC", "Zlib", "Apache-2.0", "GPL-2.0-only");

    @BeforeContainer
    static void offline() {
        System.setProperty("org.spdx.useJARLicenseInfoOnly", "true");
        SpdxModelFactory.init();
    }

    @Property(tries = 1_000)
    void whatIsWrittenIsReadAgain(@ForAll("expressions") SpdxExpression expression) {
        SpdxExpression read = SpdxParserTest.valid(expression.written());
        assertThat(read.written()).isEqualTo(expression.written());
        assertThat(Choices.of(read).orElseThrow().sameAs(Choices.of(expression).orElseThrow()))
                .isTrue();
    }

    @Property(tries = 500)
    void choicesAreTheTruthTable(@ForAll("plain") SpdxExpression expression) {
        Choices choices = Choices.of(expression).orElseThrow();
        for (int mask = 0; mask < 1 << IDS.size(); mask++) {
            int has = mask;
            var ids = IntStream.range(0, IDS.size())
                    .filter(index -> (has >> index & 1) == 1)
                    .mapToObj(IDS::get)
                    .collect(Collectors.toSet());
            List<Granted> granted =
                    ids.stream().map(id -> (Granted) new Listed(id, false)).toList();
            assertThat(choices.satisfiedBy(granted)).isEqualTo(holds(expression, ids));
        }
    }

    @Property(tries = 500)
    void equalTablesAreEqualChoices(@ForAll("plain") SpdxExpression left, @ForAll("plain") SpdxExpression right) {
        boolean equal = IntStream.range(0, 1 << IDS.size()).allMatch(mask -> {
            var ids = IntStream.range(0, IDS.size())
                    .filter(index -> (mask >> index & 1) == 1)
                    .mapToObj(IDS::get)
                    .collect(Collectors.toSet());
            return holds(left, ids) == holds(right, ids);
        });
        assertThat(Choices.of(left).orElseThrow().sameAs(Choices.of(right).orElseThrow()))
                .isEqualTo(equal);
    }

    @Property(tries = 500)
    void theLibraryReadsTheSame(@ForAll("expressions") SpdxExpression expression) throws InvalidSPDXAnalysisException {
        AnyLicenseInfo read = LicenseInfoFactory.parseSPDXLicenseString(expression.written());
        assertThat(shape(read)).isEqualTo(shape(SpdxParserTest.valid(expression.written())));
    }

    @Property(tries = 500)
    void whatTheLibraryRefusesIsRefused(@ForAll("broken") String source) {
        boolean refused;
        try {
            LicenseInfoFactory.parseSPDXLicenseString(source);
            refused = false;
        } catch (InvalidSPDXAnalysisException e) {
            refused = true;
        }
        if (refused) {
            assertThat(SpdxParser.parse(source)).isInstanceOf(SpdxParse.Invalid.class);
        }
    }

    @Property(tries = 500)
    void anySourceIsReadOrRefusedInPlace(@ForAll String source) {
        if (SpdxParser.parse(source) instanceof SpdxParse.Invalid(var column, var reason)) {
            assertThat(column).isBetween(1, source.length() + 1);
            assertThat(reason).isNotBlank();
        }
    }

    private static boolean holds(SpdxExpression expression, Set<String> ids) {
        return switch (expression) {
            case Listed(var id, var orLater) -> ids.contains(id);
            case Referenced reference -> false;
            case With with -> false;
            case And(var all) -> all.stream().allMatch(side -> holds(side, ids));
            case Or(var any) -> any.stream().anyMatch(side -> holds(side, ids));
        };
    }

    /** An expression without the order and the parentheses of equal operators, in the library's view and in ours. */
    private static String shape(AnyLicenseInfo info) throws InvalidSPDXAnalysisException {
        var parts = new TreeSet<String>();
        switch (info) {
            case ConjunctiveLicenseSet all -> {
                for (AnyLicenseInfo side : all.getMembers()) {
                    parts.add(shape(side));
                }
                return merged("AND", parts);
            }
            case DisjunctiveLicenseSet any -> {
                for (AnyLicenseInfo side : any.getMembers()) {
                    parts.add(shape(side));
                }
                return merged("OR", parts);
            }
            default -> {
                return info.toString().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    private static String shape(SpdxExpression expression) {
        return switch (expression) {
            case And(var all) ->
                merged("AND", all.stream().map(SpdxLawsTest::shape).collect(Collectors.toCollection(TreeSet::new)));
            case Or(var any) ->
                merged("OR", any.stream().map(SpdxLawsTest::shape).collect(Collectors.toCollection(TreeSet::new)));
            case Granted granted -> granted.written().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static String merged(String operator, TreeSet<String> parts) {
        return parts.size() == 1 ? parts.first() : operator + parts;
    }

    @Provide
    Arbitrary<SpdxExpression> plain() {
        return nested(Arbitraries.of(IDS).map(id -> new Listed(id, false)));
    }

    @Provide
    Arbitrary<SpdxExpression> expressions() {
        Arbitrary<Simple> simple = Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.of("MIT", "Apache-2.0", "GPL-2.0", "EUPL-1.1"), Arbitraries.of(true, false))
                        .as(Listed::new),
                Arbitraries.of("x", "llama-3.3", "a.b").map(name -> new Referenced(Optional.empty(), name)));
        return nested(Arbitraries.oneOf(
                simple,
                simple.filter(Listed.class::isInstance).map(each -> new With(each, "Classpath-exception-2.0"))));
    }

    private static Arbitrary<SpdxExpression> nested(Arbitrary<? extends SpdxExpression> leaf) {
        Arbitrary<SpdxExpression> leaves = leaf.map(each -> each);
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Combinators.combine(inner.list().ofMinSize(2).ofMaxSize(3), Arbitraries.of(true, false))
                        .as((sides, and) -> and ? new And(sides) : new Or(sides)),
                0,
                3);
    }

    @Provide
    Arbitrary<String> broken() {
        return Arbitraries.of("MIT", "Apache-2.0", "AND", "OR", "WITH", "(", ")", "+", "Classpath-exception-2.0")
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(words -> String.join(" ", words));
    }
}
