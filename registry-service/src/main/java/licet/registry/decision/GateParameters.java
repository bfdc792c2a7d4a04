package licet.registry.decision;

import io.micronaut.http.HttpParameters;
import java.util.Optional;
import java.util.Set;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.platform.http.Principal;

/** Reads what pipelines ask. */
final class GateParameters {
    private static final Set<String> NEWEST = Set.of(Revision.MAIN.value(), "HEAD");

    private GateParameters() {}

    static GateQuestion question(RepoId model, Optional<String> revision, HttpParameters given, Principal caller) {
        boolean local = ModelParameters.isLocal(given.get("source"));
        return new GateQuestion(
                local,
                model,
                local ? ModelParameters.localRevision(revision.orElse(null)) : of(revision),
                ModelParameters.deployment(given.get("deployment")),
                Readers.seesValues(caller));
    }

    /** A model as it is written elsewhere; its revision can stand in it or beside it. */
    static GateQuestion written(HttpParameters given, Principal caller) {
        var written =
                ModelReference.parse(Optional.ofNullable(given.get("model")).orElse(""));
        var named = written.revision().map(Revision::value);
        var beside = ModelParameters.given(given.get("revision"));
        if (named.isPresent() && beside.isPresent() && !named.equals(beside)) {
            throw ModelParameters.malformed(
                    "revision", beside.get(), "name one revision: the model is written with " + named.get());
        }
        return question(written.model(), named.or(() -> beside), given, caller);
    }

    /** Empty for the newest on record. */
    static Optional<String> of(Optional<String> revision) {
        return revision.map(ModelParameters::anyRevision).map(Revision::value).filter(word -> !NEWEST.contains(word));
    }
}
