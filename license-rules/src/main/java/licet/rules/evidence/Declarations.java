package licet.rules.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;

/** What a publisher says outside of license files, each statement resolved to the texts that it can mean. */
final class Declarations {
    private final List<Declared> all;

    private Declarations(List<Declared> all) {
        this.all = List.copyOf(all);
    }

    /** In order of weight: {@code license_name}, the card's tag, header fields. Links name nothing but are kept. */
    static Declarations of(List<Evidence> evidence, LicenseCatalog catalog, Families families) {
        var naming = new Naming(catalog, families);
        var names = new ArrayList<Declared>();
        var tags = new ArrayList<Declared>();
        var headers = new ArrayList<Declared>();
        var links = new ArrayList<Declared>();
        for (Evidence each : evidence) {
            switch (each) {
                case Evidence.LicenseName(var at, var value) -> names.add(naming.name(at, value));
                case Evidence.CardTag(var at, var value) -> tags.add(naming.tag(at, value));
                case Evidence.HeaderField(var at, var field, var value) -> headers.add(naming.header(at, field, value));
                case Evidence.LicenseLink(var at, var _) -> links.add(Declared.silent(at));
                case Evidence.FileText _ -> {}
                case Evidence.FileUnread _ -> {}
                case Evidence.Settled _ -> {}
            }
        }
        return new Declarations(
                Stream.of(names, tags, headers, links).flatMap(List::stream).toList());
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

    /** Whether a statement says that further texts bind beside this one. */
    boolean sayMoreThan(LicenseKey text) {
        return all.stream().anyMatch(declared -> declared.saysMoreThan(text));
    }

    /** Whether one statement names all these texts: then there are several because it says so. */
    boolean foresee(Set<LicenseKey> texts) {
        return all.stream()
                .anyMatch(declared ->
                        declared.expression() && declared.candidates().containsAll(texts));
    }

    /** Whether one statement leaves the choice between these texts. */
    boolean offer(Set<LicenseKey> texts) {
        return all.stream()
                .anyMatch(declared -> declared.expression() && declared.alone().containsAll(texts));
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
                .anyMatch(each -> !each.open() && each.alone().size() == 1);
        var common = common();
        return sure && common.size() == 1 ? Optional.of(common.first()) : Optional.empty();
    }

    /** The texts of which one governs: versions that share a name, or licenses that the publisher leaves to choose. */
    SortedSet<LicenseKey> versions() {
        boolean sure = speaking().stream()
                .anyMatch(each -> !each.open() && !each.alone().isEmpty());
        return sure ? common() : new TreeSet<>();
    }

    private List<Declared> speaking() {
        return all.stream().filter(Declared::speaks).toList();
    }

    private SortedSet<LicenseKey> common() {
        var common = candidates();
        speaking().forEach(each -> common.retainAll(each.alone()));
        return common;
    }
}
