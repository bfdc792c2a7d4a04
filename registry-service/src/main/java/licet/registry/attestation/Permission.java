package licet.registry.attestation;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import licet.registry.catalog.WeightFiles;
import licet.rules.explain.VerdictDocument;

/**
 * A permission of the gate that is about to be signed.
 *
 * @param until never later than the verdict, the key or a day allow
 * @param policies what the verdict was made from, the policy in force first
 */
record Permission(
        UUID id,
        VerdictDocument verdict,
        Instant at,
        Instant until,
        Place place,
        List<Statement.Source> policies,
        List<WeightFiles.Weights> weights) {
    Permission {
        policies = List.copyOf(policies);
        weights = List.copyOf(weights);
    }

    String packageUrl() {
        var model = verdict.model();
        int cut = model.id().indexOf('/');
        try {
            return new PackageURL(
                            "huggingface",
                            cut < 0 ? null : model.id().substring(0, cut),
                            model.id().substring(cut + 1),
                            model.revision(),
                            null,
                            null)
                    .canonicalize();
        } catch (MalformedPackageURLException impossible) {
            throw new IllegalStateException("names of the Hub fit into package URLs: " + model.id(), impossible);
        }
    }

    Statement svr() {
        var verifier = new Statement.Svr.Verifier(place.verifier(), policies);
        return statement(Statement.Svr.TYPE, new Statement.Svr(verifier, at, passing(), extension()));
    }

    Statement vsa() {
        return statement(
                Statement.Vsa.TYPE,
                new Statement.Vsa(
                        new Statement.Vsa.Verifier(place.verifier()),
                        at,
                        packageUrl(),
                        policies.getFirst(),
                        "PASSED",
                        passing(),
                        extension()));
    }

    private Statement statement(String type, Object predicate) {
        var model = new Statement.Subject(
                packageUrl(), Map.of("gitCommit", verdict.model().revision()));
        var files = weights.stream().map(file -> new Statement.Subject(file.path(), Map.of("sha256", file.sha256())));
        return new Statement(
                Statement.TYPE, Stream.concat(Stream.of(model), files).toList(), type, predicate);
    }

    List<String> passing() {
        return Passing.of(verdict, until);
    }

    Statement.Extension extension() {
        return new Statement.Extension(
                id.toString(),
                verdict.model().id(),
                verdict.model().revision(),
                verdict.deployment().key(),
                verdict.verdict(),
                verdict.evaluatedAt(),
                until,
                place.status(id));
    }
}
