package licet.registry.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One role's way into one database. */
public record Login(String url, String user, String password) {
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same role in the same server, in another database. */
    public Login in(String database) {
        return new Login(url.substring(0, url.lastIndexOf('/') + 1) + database, user, password);
    }

    /** Without the password: logins end up in log lines. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
