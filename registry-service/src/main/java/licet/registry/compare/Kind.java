package licet.registry.compare;

import java.util.Optional;
import licet.rules.facts.Ids;
import licet.rules.lineage.Traits;

/** What a model is for and how large it is, in the words of the lists. */
final class Kind {
    static final String UNKNOWN = "unknown";

    private Kind() {}

    static String modality(Subject subject) {
        return subject.read()
                ? Ids.of(subject.conclusion().profile().traits().modality())
                : subject.row().modality().orElse(UNKNOWN);
    }

    /** Of a model whose weights were not counted, the published number tells; empty where nothing does. */
    static Optional<String> size(Subject subject) {
        return Optional.of(subject.conclusion().profile().traits().size())
                .filter(bucket -> bucket != Traits.SizeBucket.UNKNOWN)
                .or(() -> subject.row().parameters().map(Traits.SizeBucket::of))
                .map(Ids::of);
    }
}
