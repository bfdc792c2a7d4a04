package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import licet.registry.catalog.Catalog;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.lineage.Conclusion;
import licet.rules.verdict.Instrument;

/** What a conclusion would make of the models with the evidence of its case; nothing is written. */
@Singleton
public class ClearingEffects {
    private final CaseFiles files;
    private final CaseRows rows;
    private final QuestionTable asked;
    private final Conclusiveness answers;
    private final Clearings clearings;
    private final Catalog catalog;
    private final Database database;

    ClearingEffects(
            CaseFiles files,
            CaseRows rows,
            QuestionTable asked,
            Conclusiveness answers,
            Clearings clearings,
            Catalog catalog,
            Database database) {
        this.files = files;
        this.rows = rows;
        this.asked = asked;
        this.answers = answers;
        this.clearings = clearings;
        this.catalog = catalog;
        this.database = database;
    }

    /** @param after what would stand for the model */
    public record Effect(Catalog.Judged before, Conclusion after) {}

    /**
     * @param follow how many models have the evidence or a copy of it
     * @param effects on the most used of them
     * @param paper what would lift a finding where no conclusion changes
     */
    public record Effects(long follow, List<Effect> effects, Optional<Instrument> paper) {
        public Effects {
            effects = List.copyOf(effects);
        }
    }

    private record Reach(CaseFile file, Concluded concluded, List<String> keys, long follow, List<Long> models) {}

    /** @param most so many models are looked at, one by one */
    public Effects of(QuestionKind kind, String key, Answer answer, int most) {
        var reach = database.read(sql -> reach(sql, kind, key, answer, most));
        var effects = reach.models().stream()
                .flatMap(id -> catalog.findCurrent(id).stream())
                .map(model -> new Effect(model, after(model, reach)))
                .toList();
        return new Effects(
                reach.follow(),
                effects,
                reach.concluded() instanceof Concluded.Terms terms
                        ? Optional.of(ClearingInstruments.proposed(terms))
                        : Optional.empty());
    }

    private Reach reach(Statements sql, QuestionKind kind, String key, Answer answer, int most) {
        var file = files.get(sql, kind, key);
        var concluded = answers.of(file, answer);
        var keys = asked.listKeys(sql, kind, key);
        return new Reach(file, concluded, keys, rows.sharing(sql, keys).count(), rows.listMostUsed(sql, keys, most));
    }

    private Conclusion after(Catalog.Judged model, Reach reach) {
        return reach.concluded() instanceof Concluded.Terms
                ? model.conclusion()
                : catalog.conclusionWith(
                        model.id(),
                        evidence -> clearings.as(
                                evidence,
                                new TreeSet<>(reach.keys()),
                                reach.file().model().model(),
                                reach.concluded()));
    }
}
