package licet.registry.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** A process to be killed: starts the database, writes one acknowledged row, says so and stays. */
final class Victim {
    static final String SAID = "written";

    private Victim() {}

    public static void main(String[] args) throws SQLException, InterruptedException {
        var postgres = EmbeddedPostgres.start(Path.of(args[0]), Durability.DURABLE);
        Rows.createTable(postgres.databases());
        Rows.insert(postgres.databases(), "acknowledged");
        System.out.println(SAID + " " + postgres.pid());
        new CountDownLatch(1).await();
    }
}
