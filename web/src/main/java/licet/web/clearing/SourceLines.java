package licet.web.clearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.registry.clearing.CaseFile;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.facts.Ids;

/** The evidence of a case, piece by piece. */
final class SourceLines {
    private static final int LONGEST = 600;
    private static final String CARD = "README.md";

    private SourceLines() {}

    static List<CaseView.Said> of(CaseFile file) {
        var all = new ArrayList<CaseView.Said>();
        file.hints()
                .forEach(hint -> all.add(new CaseView.Said(
                        Ids.of(hint.kind()),
                        hint.at()
                                .passage()
                                .or(() -> hint.named().map(named -> named.value()))
                                .orElse(hint.at().file()),
                        place(hint.at()),
                        href(hint.at()))));
        file.sources().forEach(source -> all.add(said(source)));
        file.terms()
                .ifPresent(terms -> terms.evidence().stream()
                        .filter(at -> !at.model().equals(file.model().model()))
                        .forEach(at ->
                                all.add(new CaseView.Said("ancestor", at.model().value(), place(at), href(at)))));
        return all.stream().distinct().toList();
    }

    private static CaseView.Said said(Evidence source) {
        var at = source.at();
        return switch (source) {
            case Evidence.CardTag(var place, var value) -> line("card-tag", value, at);
            case Evidence.LicenseName(var place, var value) -> line("license-name", value, at);
            case Evidence.LicenseLink(var place, var value) -> line("license-link", value, at);
            case Evidence.FileText(var place, var role, var text) -> line("file", shortened(text), at);
            case Evidence.FileUnread(var place, var role, var reason) -> line("unread", Ids.of(role), at);
            case Evidence.HeaderField(var place, var field, var value) -> line("header", field + ": " + value, at);
            case Evidence.Settled(var place, var by, var artifacts, var license) ->
                line("settled", license.value(), at);
        };
    }

    private static CaseView.Said line(String label, String words, EvidenceRef at) {
        return new CaseView.Said(label, words, place(at), href(at));
    }

    private static String shortened(String text) {
        String clean = text.strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    private static String place(EvidenceRef at) {
        return at.file() + at.line().map(line -> ":" + line).orElse("");
    }

    /** Cards can be read here; the model's own page leads to every other file. */
    private static Optional<String> href(EvidenceRef at) {
        return at.file().equals(CARD)
                ? Optional.of("/models/" + at.model().value() + "/card")
                : Optional.of("/models/" + at.model().value() + "#evidence");
    }
}
