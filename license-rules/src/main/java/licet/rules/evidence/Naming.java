package licet.rules.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;
import licet.rules.spdx.Choices;
import licet.rules.spdx.SpdxExpression;
import licet.rules.spdx.SpdxParse;
import licet.rules.spdx.SpdxParser;

/** Resolves what a publisher wrote to the texts of the catalog that it can mean. */
final class Naming {
    private final LicenseCatalog catalog;
    private final Families families;

    Naming(LicenseCatalog catalog, Families families) {
        this.catalog = catalog;
        this.families = families;
    }

    /** An id of the Hub's list. */
    Declared tag(EvidenceRef at, String value) {
        String id = value.strip();
        return expression(at, id).orElseGet(() -> resolved(at, byId(id), families.findByHubId(id), true));
    }

    /** Free words: an unknown one may be another spelling of the same license. */
    Declared name(EvidenceRef at, String value) {
        String name = value.strip();
        return expression(at, name).orElseGet(() -> {
            String slug = slug(name);
            var family = families.findByLicenseName(name).or(() -> families.findByLicenseName(slug));
            return resolved(at, byName(name), family, false);
        });
    }

    /** A field in the header of a weights file: an id, but of no closed list. */
    Declared header(EvidenceRef at, String field, String value) {
        return switch (field) {
            case "general.license" -> tag(at, value).asOpenList();
            case "general.license.name" -> name(at, value);
            default -> Declared.silent(at);
        };
    }

    private static Declared resolved(
            EvidenceRef at, SortedSet<LicenseKey> candidates, Optional<Families.Family> family, boolean closed) {
        boolean silent = family.map(Families.Family::saysNothing).orElse(false);
        boolean open = family.map(Families.Family::incomplete).orElse(candidates.isEmpty());
        return Declared.name(at, silent, candidates, open, closed);
    }

    private SortedSet<LicenseKey> byId(String id) {
        var named = catalog.namedByHubId(id);
        return named.isEmpty() ? catalog.namedByReference(id) : named;
    }

    private SortedSet<LicenseKey> byName(String name) {
        var named = catalog.namedByLicenseName(name);
        var slugged = named.isEmpty() ? catalog.namedByLicenseName(slug(name)) : named;
        return slugged.isEmpty() ? catalog.namedByReference(name) : slugged;
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}.+]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Several licenses in one statement. The expression itself goes into the evidence, because it is the reason. */
    private Optional<Declared> expression(EvidenceRef at, String value) {
        return switch (SpdxParser.parse(value)) {
            case SpdxParse.Valid(SpdxExpression.Simple _) -> Optional.empty();
            case SpdxParse.Valid(var expression) -> Optional.of(declared(at.withPassage(value), expression));
            case SpdxParse.Invalid _ -> Optional.empty();
        };
    }

    private Declared declared(EvidenceRef at, SpdxExpression expression) {
        var candidates = new TreeSet<LicenseKey>();
        var alone = new TreeSet<LicenseKey>();
        var choices = Choices.of(expression).map(Choices::licenses).orElse(List.of());
        boolean open = choices.isEmpty();
        for (List<SpdxExpression.Granted> choice : choices) {
            var meanings = new ArrayList<SortedSet<LicenseKey>>();
            choice.forEach(granted -> meanings.add(meaning(granted)));
            meanings.forEach(candidates::addAll);
            // With an addition it is not the known text any more.
            boolean added = choice.stream().anyMatch(SpdxExpression.With.class::isInstance);
            open |= added || meanings.stream().anyMatch(SortedSet::isEmpty);
            meanings.getFirst().stream()
                    .filter(_ -> !added)
                    .filter(key -> meanings.stream().allMatch(meaning -> meaning.contains(key)))
                    .forEach(alone::add);
        }
        return new Declared(at, false, candidates, alone, open, false, true);
    }

    private SortedSet<LicenseKey> meaning(SpdxExpression.Granted granted) {
        return switch (granted) {
            case SpdxExpression.With(var license, var _) -> meaning(license);
            case SpdxExpression.Simple license -> {
                var ids = byId(SpdxExpression.idOf(license));
                yield ids.isEmpty() ? byName(SpdxExpression.idOf(license)) : ids;
            }
        };
    }
}
