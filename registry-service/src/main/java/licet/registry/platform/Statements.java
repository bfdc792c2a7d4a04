package licet.registry.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plain SQL on one connection. Works without a framework, so the command line uses it as well. */
public final class Statements {
    /** Reads the row on which the cursor stands. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    public Statements(Connection connection) {
        this.connection = connection;
    }

    /** For what these methods do not cover: COPY, streaming, arrays. */
    public Connection connection() {
        return connection;
    }

    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        try (var statement = prepare(sql, arguments);
                var rows = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return List.copyOf(all);
        } catch (SQLException problem) {
            throw new DatabaseException(sql, problem);
        }
    }

    public <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        var rows = list(sql, reader, arguments);
        if (rows.size() > 1) {
            throw new IllegalStateException(rows.size() + " rows where one was asked for: " + sql);
        }
        return rows.stream().findFirst();
    }

    public <T> T get(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        return find(sql, reader, arguments).orElseThrow(() -> new NoSuchElementException("no row: " + sql));
    }

    /** Returns the number of rows changed. */
    public int update(String sql, @Nullable Object... arguments) {
        try (var statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException problem) {
            throw new DatabaseException(sql, problem);
        }
    }

    /** One statement for many rows, sent together. */
    public void batch(String sql, List<? extends @Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException problem) {
            throw new DatabaseException(sql, problem);
        }
    }

    /** Reads a timestamptz column; null stays null. */
    public static @Nullable Instant findInstant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Reads a timestamptz column that is never null. */
    public static Instant getInstant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            bind(statement, arguments);
            return statement;
        } catch (SQLException | RuntimeException problem) {
            statement.close();
            throw problem;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (var i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, forJdbc(arguments[i]));
        }
    }

    private static @Nullable Object forJdbc(@Nullable Object argument) {
        return switch (argument) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case String text -> writable(text);
            case String[] texts ->
                Arrays.stream(texts).map(Statements::writable).toArray(String[]::new);
            case Enum<?> constant -> throw new IllegalArgumentException("pass the stored name of " + constant);
            case null, default -> argument;
        };
    }

    /** PostgreSQL's text holds no NUL; the bytes themselves are kept in blobs. */
    private static String writable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
