package licet.registry.instrument;

import java.util.List;
import licet.registry.platform.Statements;
import licet.rules.verdict.Instrument;

/** One kind of thing on record that can lift findings. */
public interface InstrumentSource {
    /** Everything of its kind that acts now or may act later. */
    List<Instrument> load(Statements sql);

    /**
     * Ids of the models on record that one of its instruments reaches by the evidence that it names or is pinned to. Only the source
     * knows under which of its keys that evidence is found; one that names no evidence is not asked.
     */
    default List<Long> models(Statements sql, Instrument instrument) {
        return List.of();
    }
}
