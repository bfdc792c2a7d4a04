package licet.registry.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.lineage.Conclusion;
import licet.rules.verdict.Instrument;

/**
 * Everything that one verdict was made from: computing it again needs nothing else but the files of the knowledge, which
 * are named by their digest.
 *
 * @param source where the model comes from: a Hub, or {@code local}
 * @param conclusion with the ancestors' revisions and the hashes of all evidence
 * @param knowledge digest of its files
 * @param instruments that could reach this model in this deployment
 * @param at the moment for which the verdict was given
 */
public record Closure(
        String schema,
        String source,
        ModelId model,
        String revision,
        Conclusion conclusion,
        Use use,
        Rules policy,
        String knowledge,
        String engine,
        List<Instrument> instruments,
        Instant at) {
    public static final String SCHEMA = "licet/closure/1";

    public Closure {
        instruments = List.copyOf(instruments);
    }

    /** With one more, at the first moment at which it acts; another one for the same model and deployment gives way. */
    public Closure with(Instrument granted) {
        var all = Stream.concat(instruments.stream().filter(one -> one.kind() != granted.kind()), Stream.of(granted))
                .sorted(Comparator.comparing(Instrument::id))
                .toList();
        return new Closure(
                schema, source, model, revision, conclusion, use, policy, knowledge, engine, all, granted.from());
    }

    /** The facts, each with its version. */
    public record Use(
            Deployment deployment, int deploymentVersion, Organization organization, int organizationVersion) {}

    /** A policy as it was written. */
    public record Rules(String key, int version, String source) {}
}
