package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licet.registry.instrument.InstrumentSource;
import licet.registry.platform.Statements;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Reach;

/** Clearings that change no evidence and lift a finding about it, as long as that evidence stays as it is. */
@Singleton
class ClearingInstruments implements InstrumentSource {
    private final ClearingTable table;

    ClearingInstruments(ClearingTable table) {
        this.table = table;
    }

    @Override
    public List<Instrument> load(Statements sql) {
        return table.listConfirmed(sql, Concluded.Kind.TERMS).stream()
                .flatMap(ClearingInstruments::instrument)
                .toList();
    }

    /** One that names no evidence would reach everywhere. */
    private static Stream<Instrument> instrument(Clearing clearing) {
        return clearing.concluded() instanceof Concluded.Terms(var subjects, var evidence) && !evidence.isEmpty()
                ? clearing.confirmed().stream()
                        .map(step -> new Instrument(
                                "clearing:" + clearing.id(),
                                Instrument.Kind.CLEARING,
                                subjects,
                                new Reach(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), evidence),
                                step.at(),
                                Optional.empty()))
                : Stream.of();
    }
}
