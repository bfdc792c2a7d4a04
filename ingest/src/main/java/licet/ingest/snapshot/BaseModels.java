package licet.ingest.snapshot;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import licet.ingest.card.FrontMatter;
import licet.ingest.hub.ModelLink;
import licet.ingest.hub.RepoId;

/** Joins what card, API and tags declare about base models; one entry for each base, with all sources that name it. */
final class BaseModels {
    private static final String TAG = "base_model:";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(
            String written,
            Optional<RepoId> model,
            Optional<DeclaredBase.Relation> relation,
            Set<DeclaredBase.Source> sources) {}

    static List<DeclaredBase> list(FrontMatter card, FrontMatter cardData, List<String> tags) {
        var bases = new BaseModels();
        bases.addFields(card, DeclaredBase.Source.CARD);
        bases.addFields(cardData, DeclaredBase.Source.CARD_DATA);
        tags.stream().filter(tag -> tag.startsWith(TAG)).forEach(tag -> bases.addTag(tag.substring(TAG.length())));
        return bases.entries.values().stream().map(BaseModels::declared).toList();
    }

    private void addFields(FrontMatter fields, DeclaredBase.Source source) {
        var relation = fields.baseModelRelation().flatMap(DeclaredBase.Relation::find);
        fields.baseModels().stream().filter(base -> !base.isBlank()).forEach(base -> add(base, relation, source));
    }

    /** The Hub writes each base twice: as {@code base_model:ID} and as {@code base_model:RELATION:ID}. */
    private void addTag(String value) {
        int colon = value.indexOf(':');
        Optional<DeclaredBase.Relation> relation =
                colon < 0 ? Optional.empty() : DeclaredBase.Relation.find(value.substring(0, colon));
        String base = relation.isPresent() ? value.substring(colon + 1) : value;
        add(base, relation, DeclaredBase.Source.TAG);
    }

    private void add(String written, Optional<DeclaredBase.Relation> relation, DeclaredBase.Source source) {
        Optional<RepoId> model = ModelLink.find(written);
        String key = model.map(RepoId::value).orElse(written).toLowerCase(Locale.ROOT);
        var fresh = new Entry(written, model, relation, EnumSet.of(source));
        entries.merge(key, fresh, BaseModels::join);
    }

    private static Entry join(Entry first, Entry second) {
        Set<DeclaredBase.Source> sources = EnumSet.copyOf(first.sources());
        sources.addAll(second.sources());
        return new Entry(first.written(), first.model(), first.relation().or(second::relation), sources);
    }

    private static DeclaredBase declared(Entry entry) {
        return new DeclaredBase(
                entry.written(),
                entry.model(),
                Objects.requireNonNull(entry.relation().orElse(DeclaredBase.Relation.UNSTATED)),
                entry.sources());
    }
}
