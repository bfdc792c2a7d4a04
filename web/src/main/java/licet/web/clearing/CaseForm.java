package licet.web.clearing;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.IntStream;
import licet.rules.evidence.Artifact;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer concludes, as it was typed.
 *
 * @param weights key of the catalog, as for the other artifacts; empty where it stays open
 * @param none present where the model comes from no other one
 * @param parent names of models, one for each relation and revision
 */
@Serdeable
public record CaseForm(
        @Nullable String weights,
        @Nullable String code,
        @Nullable String tokenizer,
        @Nullable String documentation,
        @Nullable String none,
        @Nullable List<String> parent,
        @Nullable List<String> relation,
        @Nullable List<String> revision,
        @Nullable String reasons) {
    static final CaseForm EMPTY = new CaseForm(null, null, null, null, null, null, null, null, null);
    private static final int ROWS = 3;

    /** One line of the form. */
    public record Row(String parent, String relation, String revision) {}

    public String licenseOf(Artifact artifact) {
        @Nullable String key = switch (artifact) {
            case WEIGHTS -> weights;
            case CODE -> code;
            case TOKENIZER -> tokenizer;
            case DOCUMENTATION -> documentation;
        };
        return key == null ? "" : key.strip();
    }

    public boolean isNone() {
        return none != null;
    }

    public String reasonsText() {
        return reasons == null ? "" : reasons;
    }

    public List<Row> rows() {
        return IntStream.range(0, ROWS)
                .mapToObj(at -> new Row(at(parent, at, ""), at(relation, at, "finetune"), at(revision, at, "")))
                .toList();
    }

    private static String at(@Nullable List<String> values, int index, String otherwise) {
        return values == null || index >= values.size()
                ? otherwise
                : values.get(index).strip();
    }
}
