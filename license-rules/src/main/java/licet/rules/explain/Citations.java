package licet.rules.explain;

import java.util.Optional;
import licet.rules.facts.Ids;
import licet.rules.license.Citation;
import licet.rules.license.Clause;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.Subject;

/** Where a finding's subject stands, as a citation and in words. */
public final class Citations {
    private final LicenseCatalog catalog;
    private final Messages messages;

    public Citations(LicenseCatalog catalog, Messages messages) {
        this.catalog = catalog;
        this.messages = messages;
    }

    public Optional<VerdictDocument.Cite> find(Subject subject) {
        return switch (subject) {
            case Subject.OfClause clause -> Optional.of(cite(clause.license(), clause.citation()));
            case Subject.OfGrant grant -> Optional.of(cite(grant.license(), grant.citation()));
            case Subject.OfIdentification _ -> Optional.empty();
            case Subject.OfUsePolicy _ -> Optional.empty();
            case Subject.OfLineage _ -> Optional.empty();
            case Subject.OfPolicy _ -> Optional.empty();
        };
    }

    /** A place in the text of a license or of its use policy. */
    public VerdictDocument.Cite cite(LicenseKey license, Citation citation) {
        return new VerdictDocument.Cite(
                license.value(), citation.document(), title(citation.document()), citation.section());
    }

    /** Title of a license or use policy. */
    public String title(String document) {
        var key = new LicenseKey(document);
        return catalog.find(key)
                .map(known -> known.names().title())
                .orElseGet(() -> catalog.policy(key).title());
    }

    /** The clause as the catalog has it. */
    public Optional<Clause> clause(Subject.OfClause subject) {
        return catalog.clausesOf(catalog.get(subject.license())).stream()
                .filter(clause -> clause.id().equals(subject.clause())
                        && clause.head().citation().equals(subject.citation()))
                .findFirst();
    }

    /** A subject in words, for sentences that say what to do about it. */
    String about(Subject subject) {
        return switch (subject) {
            case Subject.OfClause clause ->
                messages.get(
                        "about.clause",
                        clause.citation().section(),
                        title(clause.citation().document()));
            case Subject.OfGrant grant ->
                messages.get(
                        "about.grant",
                        messages.get("act." + Ids.of(grant.act())),
                        title(grant.citation().document()));
            case Subject.OfIdentification found ->
                messages.get("about.identification", messages.get("artifact." + Ids.of(found.artifact())));
            case Subject.OfUsePolicy _ -> messages.get("about.use-policy");
            case Subject.OfLineage lineage ->
                messages.get("about." + lineage.id().replace('/', '.'));
            case Subject.OfPolicy policy -> messages.get("about.policy", policy.rule());
        };
    }
}
