package licet.registry.platform;

import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The connection pool itself. The data source bean only gives out the connection of a transaction under way; jobs and
 * the watch on the head row run outside of any.
 */
@Singleton
public final class Pool {
    private final DataSource dataSource;

    Pool(DataSource dataSource, DataSourceResolver resolver) {
        this.dataSource = resolver.resolve(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** To be closed by the caller. */
    public Connection connect() throws SQLException {
        return dataSource.getConnection();
    }
}
