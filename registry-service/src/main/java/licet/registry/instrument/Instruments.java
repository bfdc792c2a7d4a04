package licet.registry.instrument;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.rules.verdict.Instrument;

/** What can lift findings, from every source of it: the one place from which verdicts take their instruments. */
@Singleton
public class Instruments {
    /** Kinds of audited objects whose change can change what lifts findings: a page ends the approvals under its terms. */
    public static final Set<String> KINDS =
            Set.of("agreement", "acceptance", "legal-position", "clearing", "approval", "waiver", "live-terms");

    private final List<InstrumentSource> sources;
    private final Database database;
    private final HeadCache<String, InForce> current;

    Instruments(List<InstrumentSource> sources, Database database, HeadWatch watch) {
        this.sources = List.copyOf(sources);
        this.database = database;
        this.current = watch.cache(1, KINDS);
    }

    public InForce current() {
        return current.get("current", _ -> database.read(this::load));
    }

    private InForce load(Statements sql) {
        return new InForce(
                sources.stream().flatMap(source -> source.load(sql).stream()).toList());
    }

    /** Models that an instrument reaches by the evidence that it names or is pinned to. */
    public Set<Long> ofEvidence(Statements sql, Instrument instrument) {
        var all = new TreeSet<Long>();
        if (!instrument.reach().evidence().isEmpty() || instrument.pin().isPresent()) {
            sources.forEach(source -> all.addAll(source.models(sql, instrument)));
        }
        return all;
    }
}
