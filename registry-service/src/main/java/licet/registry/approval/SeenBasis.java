package licet.registry.approval;

import jakarta.inject.Singleton;
import java.util.Optional;
import licet.registry.decision.Deliberations;
import licet.registry.platform.Statements;
import licet.registry.terms.PageHistory;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Basis;

/** Whether what a request brought before people is what stands there now. */
@Singleton
class SeenBasis {
    private final Deliberations deliberations;
    private final PageHistory pages;

    SeenBasis(Deliberations deliberations, PageHistory pages) {
        this.deliberations = deliberations;
        this.pages = pages;
    }

    boolean isSame(Statements sql, RequestEntity row) {
        var seen = CanonicalJson.read(row.basis, Basis.class);
        return pages.read(sql).since(BoundLicenses.keys(seen), row.roundAt).isEmpty()
                && deliberations
                        .find(
                                row.source,
                                new ModelId(row.model),
                                Optional.of(row.revision),
                                new DeploymentKey(row.deploymentKey))
                        .filter(now -> now.model().id() == row.modelId)
                        .map(now -> now.basis().digest().equals(seen.digest()))
                        .orElse(false);
    }
}
