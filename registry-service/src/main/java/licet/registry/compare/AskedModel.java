package licet.registry.compare;

import java.util.Locale;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.catalog.LocalCatalog;
import licet.registry.decision.ModelParameters;
import licet.registry.platform.problem.ProblemException;

/**
 * One model as it is asked for: {@code owner/name}, {@code owner/name@commit}, and {@code local:} before it where the
 * imported model of that name is meant.
 *
 * @param revision a commit, or as verdicts call a state of an imported model; empty for what stands for the model now
 */
public record AskedModel(RepoId model, Optional<String> revision, boolean local) {
    private static final String LOCAL = LocalCatalog.SOURCE + ":";

    /** @throws ProblemException naming what is wrong with its mend */
    static AskedModel parse(String written) {
        boolean local = written.startsWith(LOCAL);
        var parts = (local ? written.substring(LOCAL.length()) : written).split("@", 2);
        var model = ModelParameters.model(parts[0]);
        var revision = parts.length < 2 ? Optional.<String>empty() : revision(parts[1], local);
        return new AskedModel(model, revision, local);
    }

    private static Optional<String> revision(String written, boolean local) {
        return local
                ? ModelParameters.given(written)
                        .filter(word -> !word.equals(Revision.MAIN.value()))
                        .map(LocalCatalog::revision)
                : Optional.of(ModelParameters.revision(written))
                        .filter(Revision::isCommit)
                        .map(Revision::value);
    }

    /** As people and addresses write it. */
    public String written() {
        return (local ? LOCAL : "")
                + model.value()
                + revision.map(at -> "@" + at.toLowerCase(Locale.ROOT)).orElse("");
    }
}
