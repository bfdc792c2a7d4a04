package licet.registry.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Database and roles, made to be as they should at every start. */
final class Provisioning {
    static final String DATABASE = "licet";
    static final String OWNER = "licet_owner";
    static final String APP = "licet_app";

    private final Connection admin;

    Provisioning(Connection admin) {
        this.admin = admin;
    }

    void requireDurable() throws SQLException {
        for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            var value = single("SHOW " + setting);
            if (!value.equals("on")) {
                throw new DatabaseProblem.NotDurable(setting, value);
            }
        }
    }

    void provision(Passwords passwords) throws SQLException {
        role(OWNER, passwords.owner());
        role(APP, passwords.app());
        if (single("SELECT count(*) FROM pg_database WHERE datname = '" + DATABASE + "'")
                .equals("0")) {
            execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
        }
        execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APP);
    }

    /** The password is set again each time, so that the file in the data folder is what counts. */
    private void role(String name, String password) throws SQLException {
        if (single("SELECT count(*) FROM pg_roles WHERE rolname = '" + name + "'")
                .equals("0")) {
            execute("CREATE ROLE " + name);
        }
        execute("ALTER ROLE " + name
                + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '"
                + password + "'");
    }

    private String single(String query) throws SQLException {
        try (var statement = admin.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(command);
        }
    }
}
