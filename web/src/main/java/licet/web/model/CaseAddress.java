package licet.web.model;

import io.micronaut.http.uri.UriBuilder;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.registry.catalog.LocalCatalog;
import licet.rules.explain.VerdictDocument;
import licet.rules.explain.VerdictDocument.Reason;

/** Where the case is found on which a reason waits; the page behind the address finds out which one it is. */
final class CaseAddress {
    private static final String NEEDS = "NEEDS";
    private static final Pattern LICENSE = Pattern.compile("identification/.*/(conflicting|unrecognized|one-of)");
    private static final Pattern LINEAGE = Pattern.compile("lineage/undeclared");
    private static final Pattern TERMS = Pattern.compile("lineage/relaxes-base|use-policy/.*/(changed|unknown)");

    private CaseAddress() {}

    static Optional<String> of(VerdictDocument verdict, Reason reason) {
        return reason.effect().equals(NEEDS)
                ? about(reason.id()).flatMap(about -> address(verdict, reason, about))
                : Optional.empty();
    }

    private static Optional<String> about(String id) {
        if (LICENSE.matcher(id).matches()) {
            return Optional.of("license");
        }
        if (LINEAGE.matcher(id).matches()) {
            return Optional.of("lineage");
        }
        return TERMS.matcher(id).matches() ? Optional.of("terms") : Optional.empty();
    }

    /** A license is a case of the model whose evidence it is; everything else is one of the judged model. */
    private static Optional<String> address(VerdictDocument verdict, Reason reason, String about) {
        boolean own = !about.equals("license") || reason.path().isEmpty();
        String model = own ? verdict.model().id() : reason.path().getLast();
        if (!model.contains("/")) {
            return Optional.empty();
        }
        var address = UriBuilder.of("/clearings/of/" + model).queryParam("about", about);
        if (verdict.model().revision().startsWith(LocalCatalog.SOURCE + ":")) {
            address.queryParam("source", LocalCatalog.SOURCE);
        }
        return Optional.of(address.build().toString());
    }
}
