package licet.registry.waiver;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import licet.registry.instrument.InstrumentSource;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Reach;

/** Confirmed waivers. Each lifts its one finding while rule and text are those that people saw. */
@Singleton
class WaiverInstruments implements InstrumentSource {
    /** Kind of object in the audit chain whose change can change an answer. */
    static final String KIND = "waiver";

    private final WaiverTable table;

    WaiverInstruments(WaiverTable table) {
        this.table = table;
    }

    static String reference(UUID id) {
        return KIND + ":" + id;
    }

    @Override
    public List<Instrument> load(Statements sql) {
        return table.listActing(sql).stream()
                .flatMap(waiver -> instrument(waiver).stream())
                .toList();
    }

    /** One that names its model is found by the name. */
    @Override
    public List<Long> models(Statements sql, Instrument instrument) {
        return instrument.kind() == Instrument.Kind.WAIVER
                        && instrument.reach().models().isEmpty()
                ? instrument
                        .pin()
                        .flatMap(Instrument.Pin::texts)
                        .map(texts -> table.listModels(sql, new TreeSet<>(texts)))
                        .orElse(List.of())
                : List.of();
    }

    /** Nothing before it is confirmed. */
    private static Optional<Instrument> instrument(Waiver waiver) {
        return waiver.decided()
                .map(confirmed -> new Instrument(
                        waiver.reference(),
                        Instrument.Kind.WAIVER,
                        Set.of(waiver.rule().finding()),
                        reach(waiver.where()),
                        confirmed.at(),
                        Optional.of(waiver.until()),
                        Optional.empty(),
                        Optional.of(pin(waiver))));
    }

    static Instrument.Pin pin(Waiver waiver) {
        return new Instrument.Pin(
                waiver.rule().digest(), Optional.of(waiver.where().texts()));
    }

    private static Reach reach(Waiver.Where where) {
        return new Reach(
                Set.of(new DeploymentKey(where.deployment())),
                Set.of(),
                where.everyModel() ? Set.of() : Set.of(new ModelId(where.model())),
                Set.of(),
                Set.of(),
                Set.of());
    }
}
