package licet.registry.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Everything that a database holds, as text: every row of every table, and stored bodies unpacked. */
public record TextDump(List<String> rows) {
    private static final String TABLES = """
            SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename
            """;
    private static final int GZIP = 1;

    public static TextDump of(TestDatabase database) throws SQLException, IOException {
        try (var connection = database.owner().connect()) {
            var rows = new ArrayList<String>();
            for (var table : texts(connection, TABLES)) {
                texts(connection, "SELECT t::text FROM %s t".formatted(table))
                        .forEach(row -> rows.add(table + ": " + row));
            }
            bodies(connection, rows);
            return new TextDump(List.copyOf(rows));
        }
    }

    /** Rows in which the words stand, whatever the case of their letters. */
    public List<String> naming(String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> row.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    private static void bodies(Connection connection, List<String> rows) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT codec, body FROM blob")) {
            while (result.next()) {
                byte[] body = result.getBytes("body");
                byte[] plain = result.getInt("codec") == GZIP
                        ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes()
                        : body;
                rows.add("blob: " + new String(plain, StandardCharsets.UTF_8));
            }
        }
    }
}
