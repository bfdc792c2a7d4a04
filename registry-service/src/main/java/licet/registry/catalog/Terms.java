package licet.registry.catalog;

import java.util.Set;
import java.util.stream.Collectors;
import licet.rules.evidence.Evidence;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Relation;

/** What evidence says about license and declared origin, without the revision at which it says it. */
record Terms(Set<String> license, Set<Base> bases) {
    record Base(String model, Relation relation) {}

    static Terms of(ModelEvidence evidence) {
        return new Terms(
                evidence.license().stream().map(Terms::said).collect(Collectors.toUnmodifiableSet()),
                evidence.parents().stream()
                        .map(parent -> new Base(BasePoint.key(parent.model()), parent.relation()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String said(Evidence evidence) {
        return switch (evidence) {
            case Evidence.CardTag(var at, var value) -> "tag|" + value;
            case Evidence.LicenseName(var at, var value) -> "name|" + value;
            case Evidence.LicenseLink(var at, var value) -> "link|" + value;
            case Evidence.FileText(var at, var role, var text) -> "file|" + role + "|" + at.file() + "|" + text;
            case Evidence.FileUnread(var at, var role, var reason) -> "unread|" + role + "|" + at.file() + "|" + reason;
            case Evidence.HeaderField(var at, var field, var value) -> "header|" + field + "|" + value;
            case Evidence.Settled(var at, var by, var artifacts, var license) ->
                "settled|" + by + "|" + artifacts + "|" + license;
        };
    }
}
