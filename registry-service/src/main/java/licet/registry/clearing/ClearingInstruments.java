package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.registry.instrument.InstrumentSource;
import licet.registry.platform.Statements;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Reach;

/** Clearings that change no evidence and lift a finding about it, as long as that evidence stays as it is. */
@Singleton
class ClearingInstruments implements InstrumentSource {
    private final ClearingTable table;
    private final QuestionTable asked;

    ClearingInstruments(ClearingTable table, QuestionTable asked) {
        this.table = table;
        this.asked = asked;
    }

    @Override
    public List<Long> models(Statements sql, Instrument instrument) {
        String key = EvidenceKeys.terms(
                new TreeSet<>(instrument.lifts()),
                new TreeSet<>(instrument.reach().evidence()));
        return instrument.kind() == Instrument.Kind.CLEARING
                ? asked.listModels(sql, List.of(key), 0, Integer.MAX_VALUE)
                : List.of();
    }

    @Override
    public List<Instrument> load(Statements sql) {
        return table.listConfirmed(sql, Concluded.Kind.TERMS).stream()
                .flatMap(ClearingInstruments::instrument)
                .toList();
    }

    /** One that names no evidence would reach everywhere. */
    private static Stream<Instrument> instrument(Clearing clearing) {
        return clearing.concluded() instanceof Concluded.Terms terms
                        && !terms.evidence().isEmpty()
                ? clearing.confirmed().stream()
                        .map(step -> instrument(clearing.id().toString(), terms, step.at()))
                : Stream.of();
    }

    /** As it would act once it was confirmed. */
    static Instrument proposed(Concluded.Terms terms) {
        return instrument("proposed", terms, Instant.EPOCH);
    }

    private static Instrument instrument(String id, Concluded.Terms terms, Instant from) {
        return new Instrument(
                "clearing:" + id,
                Instrument.Kind.CLEARING,
                terms.subjects(),
                new Reach(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), terms.evidence()),
                from,
                Optional.empty());
    }
}
