package licet.registry.clearing;

import java.util.ArrayList;
import java.util.List;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.facts.Ids;

/** Keeps what people saw when they concluded, so that later it can be told what has changed since. */
final class About {
    private static final int LONGEST = 400;

    private About() {}

    static Clearing.About of(CaseFile file) {
        return new Clearing.About(
                file.kind(),
                file.key(),
                file.model().model().value(),
                file.model().revision(),
                lines(file));
    }

    /** One line for each piece of evidence that the case rests on. */
    static List<String> lines(CaseFile file) {
        var lines = new ArrayList<String>();
        switch (file.kind().answer()) {
            case LICENSE -> file.sources().forEach(each -> lines.add(line(each)));
            case LINEAGE ->
                file.hints().forEach(hint -> lines.add(place(hint.at()) + shortened(EvidenceKeys.hint(hint))));
            case TERMS ->
                file.terms().ifPresent(terms -> terms.evidence().forEach(at -> lines.add(place(at) + at.identity())));
        }
        return lines.stream().distinct().sorted().toList();
    }

    private static String line(Evidence evidence) {
        return place(evidence.at())
                + switch (evidence) {
                    case Evidence.CardTag(var at, var value) -> "license: " + shortened(value);
                    case Evidence.LicenseName(var at, var value) -> "license_name: " + shortened(value);
                    case Evidence.LicenseLink(var at, var value) -> "license_link: " + shortened(value);
                    case Evidence.HeaderField(var at, var field, var value) -> field + ": " + shortened(value);
                    case Evidence.FileText(var at, var role, var text) ->
                        Ids.of(role) + ", sha256 " + at.sha256().orElse("not known");
                    case Evidence.FileUnread(var at, var role, var reason) -> Ids.of(role) + ", not read: " + reason;
                    case Evidence.Settled(var at, var by, var artifacts, var license) -> license.value();
                };
    }

    private static String place(EvidenceRef at) {
        return at.file() + " · ";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
