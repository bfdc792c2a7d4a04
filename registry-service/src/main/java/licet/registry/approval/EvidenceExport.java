package licet.registry.approval;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.platform.Database;
import licet.registry.platform.PagedStream;
import licet.rules.format.CanonicalJson;

/** All requests of a filtered board as a file for auditors. It is read page by page while it is sent. */
@Singleton
public class EvidenceExport {
    private static final int PAGE = 100;

    private final Board board;
    private final EvidenceLines lines;
    private final Database database;

    EvidenceExport(Board board, EvidenceLines lines, Database database) {
        this.board = board;
        this.lines = lines;
        this.database = database;
    }

    /** Comma-separated in UTF-8: a line of names, then one line a request, the newest first. */
    public InputStream csv(BoardFilter filter) {
        return new PagedStream(new Pages(
                filter,
                EvidenceCsv.head(),
                page -> page.stream().map(EvidenceCsv::line).collect(Collectors.joining()),
                ""));
    }

    /** One JSON array with one object a line, the newest first. */
    public InputStream json(BoardFilter filter) {
        var separator = new Object() {
            private String text = "\n";

            private String next() {
                String now = text;
                text = ",\n";
                return now;
            }
        };
        return new PagedStream(new Pages(
                filter,
                "[",
                page -> page.stream()
                        .map(line -> separator.next() + CanonicalJson.write(line))
                        .collect(Collectors.joining()),
                "\n]\n"));
    }

    private final class Pages implements PagedStream.Pages {
        private final BoardFilter filter;
        private final Function<List<EvidenceLine>, String> written;
        private final String end;
        private Optional<String> head;
        private Optional<String> cursor = Optional.empty();
        private boolean over;

        Pages(BoardFilter filter, String head, Function<List<EvidenceLine>, String> written, String end) {
            this.filter = filter;
            this.head = Optional.of(head);
            this.written = written;
            this.end = end;
        }

        @Override
        public Optional<byte[]> next() {
            if (over) {
                return Optional.empty();
            }
            var page = board.list(new BoardQuery(filter, BoardSort.CREATED, cursor, PAGE));
            var text = new StringBuilder(head.orElse(""));
            text.append(written.apply(read(page)));
            head = Optional.empty();
            cursor = page.next();
            over = cursor.isEmpty();
            if (over) {
                text.append(end);
            }
            return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
        }

        private List<EvidenceLine> read(BoardPage page) {
            return database.read(sql -> page.requests().stream()
                    .map(row -> lines.get(sql, row.id()))
                    .toList());
        }
    }
}
