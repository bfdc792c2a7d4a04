package licet.web.model;

import io.micronaut.http.uri.UriBuilder;
import java.util.List;
import java.util.Optional;
import licet.rules.explain.VerdictDocument;
import licet.rules.explain.VerdictDocument.Reason;

/**
 * A form for a paper that can lift a reason, filled in as far as the reason says it.
 *
 * @param kind of the paper
 */
public record PaperAddress(String kind, String address) {
    private static final String AGREEMENT = "agreement";
    private static final String ACCEPTANCE = "acceptance";
    private static final String POSITION = "legal-position";
    private static final String IDENTIFICATION = "identification/";

    /** What lifts in another way, such as a clearing, an approval or a waiver, is no paper. */
    static List<PaperAddress> of(VerdictDocument verdict, Reason reason) {
        return reason.liftedBy().stream()
                .filter(List.of(AGREEMENT, ACCEPTANCE, POSITION)::contains)
                .map(kind -> new PaperAddress(kind, form(kind, verdict, reason)))
                .toList();
    }

    private static String form(String kind, VerdictDocument verdict, Reason reason) {
        var address = UriBuilder.of("/instruments/new").queryParam("kind", kind);
        text(kind, verdict, reason).ifPresent(text -> address.queryParam("text", text));
        // Which version was accepted is said by the text alone.
        if (!kind.equals(ACCEPTANCE) || !reason.id().startsWith(IDENTIFICATION)) {
            address.queryParam("lifts", reason.id());
        }
        return address.queryParam("deployments", verdict.deployment().key())
                .queryParam("models", verdict.model().id())
                .build()
                .toString();
    }

    /** A license that is one of several is no key, and nobody is to pick the wrong one by not looking. */
    private static Optional<String> text(String kind, VerdictDocument verdict, Reason reason) {
        return kind.equals(ACCEPTANCE)
                ? Optional.of(verdict.model().license()).filter(key -> !key.isEmpty() && !key.contains(" "))
                : reason.clause().map(VerdictDocument.Cite::document);
    }
}
