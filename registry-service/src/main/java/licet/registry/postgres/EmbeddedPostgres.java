package licet.registry.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The PostgreSQL of one data folder, from start to stop. */
public final class EmbeddedPostgres implements AutoCloseable {
    private final DataFolderLock lock;
    private final Postmaster postmaster;
    private final Passwords passwords;

    private EmbeddedPostgres(DataFolderLock lock, Postmaster postmaster, Passwords passwords) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.passwords = passwords;
    }

    /** Starts it, stopping one of ours that was left behind, and makes sure of its settings, roles and database. */
    public static EmbeddedPostgres start(Path dataFolder, Durability durability) {
        var folder = DataFolder.open(dataFolder);
        var lock = DataFolderLock.take(folder);
        try {
            var postgres = startLocked(folder, lock, durability);
            postgres.settle(durability);
            return postgres;
        } catch (RuntimeException problem) {
            lock.close();
            throw problem;
        }
    }

    private static EmbeddedPostgres startLocked(DataFolder folder, DataFolderLock lock, Durability durability) {
        var programs = PostgresPrograms.unpack(folder);
        // Passwords before the account: a lesser user is given everything that is there by then.
        var passwords = Passwords.of(folder);
        var account = Account.choose(folder);
        var leftover = new Leftover(folder, programs, account);
        leftover.stop();
        var cluster = new Cluster(folder, programs, account);
        cluster.prepare(passwords, durability);
        return new EmbeddedPostgres(lock, Postmaster.start(cluster, leftover, durability), passwords);
    }

    private void settle(Durability durability) {
        try (var connection = admin().connect()) {
            var provisioning = new Provisioning(connection);
            if (durability == Durability.DURABLE) {
                provisioning.requireDurable();
            }
            provisioning.provision(passwords);
        } catch (SQLException problem) {
            postmaster.stop();
            throw new DatabaseProblem.StartFailed(String.valueOf(problem.getMessage()));
        } catch (RuntimeException problem) {
            postmaster.stop();
            throw problem;
        }
    }

    /** The superuser, in the maintenance database: for provisioning and tests, never for the application. */
    public Login admin() {
        return login("postgres", Cluster.ADMIN, passwords.admin(), postmaster.port());
    }

    public Databases databases() {
        return databases(passwords, postmaster.port());
    }

    /** The database of a Licet that runs in this folder at this moment, as this machine's user may read it. */
    public static Optional<Databases> findRunning(Path dataFolder) {
        var folder = DataFolder.open(dataFolder);
        return new Port(folder.port()).find().map(port -> databases(Passwords.of(folder), port));
    }

    private static Databases databases(Passwords passwords, int port) {
        return new Databases(
                login(Provisioning.DATABASE, Provisioning.OWNER, passwords.owner(), port),
                login(Provisioning.DATABASE, Provisioning.APP, passwords.app(), port));
    }

    private static Login login(String database, String user, String password, int port) {
        return new Login("jdbc:postgresql://" + Port.HOST + ":" + port + "/" + database, user, password);
    }

    public long pid() {
        return postmaster.process().pid();
    }

    /** In order: the server first, then the folder is free for the next one. */
    @Override
    public void close() {
        postmaster.stop();
        lock.close();
    }
}
