package licet.registry.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table to write to and to find again. */
final class Rows {
    private Rows() {}

    static void createTable(Databases databases) throws SQLException {
        execute(databases.owner(), "CREATE TABLE kept (word text NOT NULL)");
        execute(databases.owner(), "GRANT SELECT, INSERT ON kept TO licet_app");
    }

    static void insert(Databases databases, String word) throws SQLException {
        execute(databases.app(), "INSERT INTO kept VALUES ('" + word + "')");
    }

    static List<String> list(Databases databases) throws SQLException {
        try (var connection = databases.app().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT word FROM kept ORDER BY word")) {
            var words = new ArrayList<String>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        }
    }

    static String single(Login login, String query) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Login login, String command) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
