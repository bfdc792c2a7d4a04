package licet.web.cli;

import licet.registry.postgres.Databases;

/** A database to work on, and how to let go of it. */
record OpenDatabase(Databases databases, String place, Runnable release) implements AutoCloseable {
    @Override
    public void close() {
        release.run();
    }
}
