package licet.registry.decision;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import licet.registry.fact.Facts;
import licet.registry.platform.PagedStream;
import licet.rules.format.CanonicalJson;

/** A whole filtered list as a file. It is read page by page while it is sent, so its length costs no memory. */
@Singleton
public class ModelExport {
    private static final int PAGE = 1_000;

    private final ModelList list;
    private final Facts facts;

    ModelExport(ModelList list, Facts facts) {
        this.list = list;
        this.facts = facts;
    }

    /** Comma-separated in UTF-8: a line of names, then one line a model. */
    public InputStream csv(ModelFilter filter, ModelSort sort) {
        var table = table();
        return stream(
                filter,
                sort,
                table.head(),
                "",
                rows -> rows.stream().map(table::line).collect(Collectors.joining()));
    }

    /** The same of these models alone. */
    public InputStream csv(List<ModelPage.Row> rows) {
        var table = table();
        return new ByteArrayInputStream(
                bytes(table.head() + rows.stream().map(table::line).collect(Collectors.joining())));
    }

    private ModelCsv table() {
        return new ModelCsv(facts.current().deployments().stream()
                .map(d -> d.deployment().key().value())
                .toList());
    }

    /** The same of these models alone. */
    public InputStream json(List<ModelPage.Row> rows) {
        return new ByteArrayInputStream(bytes(rows.stream()
                .map(CanonicalJson::write)
                .collect(Collectors.joining(",\n", rows.isEmpty() ? "[" : "[\n", "\n]\n"))));
    }

    /** One JSON array with one object a line. */
    public InputStream json(ModelFilter filter, ModelSort sort) {
        var first = new boolean[] {true};
        return stream(filter, sort, "[", "\n]\n", rows -> {
            var text = new StringBuilder();
            for (var row : rows) {
                text.append(first[0] ? "\n" : ",\n").append(CanonicalJson.write(row));
                first[0] = false;
            }
            return text.toString();
        });
    }

    private InputStream stream(ModelFilter filter, ModelSort sort, String head, String end, Written written) {
        return new PagedStream(new PagedStream.Pages() {
            private Optional<licet.registry.platform.Cursor> cursor = Optional.empty();
            private State state = State.HEAD;

            @Override
            public Optional<byte[]> next() {
                return switch (state) {
                    case HEAD -> {
                        state = State.ROWS;
                        yield Optional.of(bytes(head));
                    }
                    case ROWS -> {
                        var page = list.list(new ModelQuery(filter, sort, cursor, PAGE), false);
                        cursor = page.next().flatMap(text -> licet.registry.platform.Cursor.parse(text, sort.word()));
                        state = cursor.isPresent() ? State.ROWS : State.END;
                        yield Optional.of(bytes(written.text(page.models())));
                    }
                    case END -> {
                        state = State.OVER;
                        yield Optional.of(bytes(end));
                    }
                    case OVER -> Optional.empty();
                };
            }
        });
    }

    private enum State {
        HEAD,
        ROWS,
        END,
        OVER
    }

    @FunctionalInterface
    private interface Written {
        String text(List<ModelPage.Row> rows);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
