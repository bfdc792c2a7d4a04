package licet.registry.instrument;

import java.util.List;
import licet.registry.platform.Statements;
import licet.rules.verdict.Instrument;

/** One kind of thing on record that can lift findings. */
public interface InstrumentSource {
    /** Everything of its kind that acts now or may act later. */
    List<Instrument> load(Statements sql);
}
