package licet.rules.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;

/** What a publisher says outside of license files, each statement resolved to the texts that it can mean. */
final class Declarations {
    private final List<Declared> all;

    private Declarations(List<Declared> all) {
        this.all = List.copyOf(all);
    }

    /**
     * @param candidates texts of the catalog that it can mean
     * @param open whether it can also mean a text outside of the catalog
     * @param closed whether the name comes from a closed list, so that a foreign one surely means another text
     */
    private record Declared(
            EvidenceRef at, boolean silent, SortedSet<LicenseKey> candidates, boolean open, boolean closed) {
        boolean contradicts(LicenseKey text) {
            return !silent && !candidates.contains(text) && (closed || !candidates.isEmpty());
        }
    }

    /** In order of weight: {@code license_name}, the card's tag, header fields. Links name nothing but are kept. */
    static Declarations of(List<Evidence> evidence, LicenseCatalog catalog, Families families) {
        var names = new ArrayList<Declared>();
        var tags = new ArrayList<Declared>();
        var headers = new ArrayList<Declared>();
        var links = new ArrayList<Declared>();
        for (Evidence each : evidence) {
            switch (each) {
                case Evidence.LicenseName(var at, var value) -> names.add(name(at, value, catalog, families));
                case Evidence.CardTag(var at, var value) -> tags.add(tag(at, value, catalog, families));
                case Evidence.HeaderField(var at, var field, var value) ->
                    headers.add(header(at, field, value, catalog, families));
                case Evidence.LicenseLink(var at, var _) -> links.add(silent(at));
                case Evidence.FileText _ -> {}
                case Evidence.FileUnread _ -> {}
                case Evidence.Settled _ -> {}
            }
        }
        var all = new ArrayList<>(names);
        all.addAll(tags);
        all.addAll(headers);
        all.addAll(links);
        return new Declarations(all);
    }

    private static Declared silent(EvidenceRef at) {
        return new Declared(at, true, new TreeSet<>(), true, false);
    }

    private static Declared tag(EvidenceRef at, String value, LicenseCatalog catalog, Families families) {
        String id = value.strip();
        return resolved(at, catalog.namedByHubId(id), families.findByHubId(id), true);
    }

    /** Free words: an unknown one may be another spelling of the same license. */
    private static Declared name(EvidenceRef at, String value, LicenseCatalog catalog, Families families) {
        String name = value.strip();
        String slug = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}.+]+", "-")
                .replaceAll("^-|-$", "");
        var named = catalog.namedByLicenseName(name);
        var family = families.findByLicenseName(name).or(() -> families.findByLicenseName(slug));
        return resolved(at, named.isEmpty() ? catalog.namedByLicenseName(slug) : named, family, false);
    }

    private static Declared header(
            EvidenceRef at, String field, String value, LicenseCatalog catalog, Families families) {
        return switch (field) {
            case "general.license" -> {
                var tag = tag(at, value, catalog, families);
                yield new Declared(
                        at,
                        tag.silent(),
                        tag.candidates(),
                        tag.open(),
                        !tag.candidates().isEmpty());
            }
            case "general.license.name" -> name(at, value, catalog, families);
            default -> silent(at);
        };
    }

    private static Declared resolved(
            EvidenceRef at, SortedSet<LicenseKey> candidates, Optional<Families.Family> family, boolean closed) {
        boolean silent = family.map(Families.Family::saysNothing).orElse(false);
        boolean open = family.map(Families.Family::incomplete).orElse(candidates.isEmpty());
        return new Declared(at, silent, candidates, open, closed);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<EvidenceRef> refs() {
        return all.stream().map(Declared::at).toList();
    }

    boolean contradicts(LicenseKey text) {
        return all.stream().anyMatch(declared -> declared.contradicts(text));
    }

    /** All texts that any statement can mean. */
    SortedSet<LicenseKey> candidates() {
        var keys = new TreeSet<LicenseKey>();
        all.forEach(declared -> keys.addAll(declared.candidates()));
        return keys;
    }

    /** Whether two statements cannot mean the same text. */
    boolean contradictEachOther() {
        var speaking = speaking();
        return speaking.stream().anyMatch(left -> speaking.stream().anyMatch(right -> apart(left, right)));
    }

    private static boolean apart(Declared left, Declared right) {
        boolean comparable = !left.candidates().isEmpty() && !right.candidates().isEmpty();
        boolean foreign = !left.candidates().isEmpty() && right.candidates().isEmpty() && right.closed();
        return foreign || (comparable && java.util.Collections.disjoint(left.candidates(), right.candidates()));
    }

    /** The one text that all speaking statements name, if they name exactly one. */
    Optional<LicenseKey> single() {
        boolean sure = speaking().stream()
                .anyMatch(each -> !each.open() && each.candidates().size() == 1);
        var common = common();
        return sure && common.size() == 1 ? Optional.of(common.first()) : Optional.empty();
    }

    /** The versions of which one must be meant, where a name surely means one of several that the catalog holds. */
    SortedSet<LicenseKey> versions() {
        boolean sure = speaking().stream()
                .anyMatch(each -> !each.open() && !each.candidates().isEmpty());
        return sure ? common() : new TreeSet<>();
    }

    private List<Declared> speaking() {
        return all.stream().filter(each -> !each.silent()).toList();
    }

    private SortedSet<LicenseKey> common() {
        var common = candidates();
        speaking().forEach(each -> common.retainAll(each.candidates()));
        return common;
    }
}
