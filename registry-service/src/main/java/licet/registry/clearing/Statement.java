package licet.registry.clearing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Families;
import licet.rules.facts.Ids;
import licet.rules.format.CanonicalJson;

/** What sources say about a license, without where they say it. */
final class Statement {
    private static final String API = "api";

    private Statement() {}

    /**
     * @param text whether a text of terms is among them
     * @param specific whether they name terms at all; "other" does not
     * @param card hash of the card in which words stand
     */
    record Said(SortedSet<String> words, boolean text, boolean specific, Optional<String> card) {}

    private record Place(String file, Optional<String> sha256) {
        static Place of(EvidenceRef at) {
            return new Place(at.file(), at.sha256());
        }
    }

    /** What stands at these places. */
    static Said at(List<EvidenceRef> places, List<Evidence> evidence, Families families) {
        Set<Place> wanted = places.stream().map(Place::of).collect(Collectors.toSet());
        var words = new TreeSet<String>();
        boolean text = false;
        boolean specific = false;
        Optional<String> card = Optional.empty();
        for (var each : evidence) {
            if (wanted.contains(Place.of(each.at()))) {
                words.add(said(each));
                text |= each instanceof Evidence.FileText;
                specific |= isSpecific(each, families);
                card = card.or(() -> isWord(each) ? each.at().sha256() : Optional.empty());
            }
        }
        return new Said(words, text, specific, card);
    }

    private static boolean isWord(Evidence evidence) {
        return !(evidence instanceof Evidence.FileText) && !evidence.at().file().equals(API);
    }

    private static boolean isSpecific(Evidence evidence, Families families) {
        return switch (evidence) {
            case Evidence.CardTag(var at, var value) -> names(families.findByHubId(value.strip()));
            case Evidence.LicenseName(var at, var value) -> names(families.findByLicenseName(value.strip()));
            case Evidence.HeaderField(var at, var field, var value) -> names(families.findByHubId(value.strip()));
            case Evidence.LicenseLink(var at, var value) -> value.contains("://");
            case Evidence.FileText _ -> true;
            case Evidence.FileUnread _, Evidence.Settled _ -> false;
        };
    }

    private static boolean names(Optional<Families.Family> family) {
        return family.map(known -> !known.saysNothing()).orElse(true);
    }

    private static String said(Evidence evidence) {
        return switch (evidence) {
            case Evidence.CardTag(var at, var value) -> "tag " + value.strip();
            case Evidence.LicenseName(var at, var value) -> "name " + value.strip();
            case Evidence.LicenseLink(var at, var value) -> "link " + value.strip();
            case Evidence.FileText(var at, var role, var text) ->
                "text " + Ids.of(role) + " " + at.sha256().orElseGet(() -> CanonicalJson.digest(text));
            case Evidence.FileUnread(var at, var role, var reason) -> "unread " + Ids.of(role) + " " + at.file();
            case Evidence.HeaderField(var at, var field, var value) -> "header " + field + " " + value.strip();
            case Evidence.Settled(var at, var by, var artifacts, var license) -> "settled " + license;
        };
    }
}
