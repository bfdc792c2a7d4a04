package licet.registry.postgres;

import java.nio.file.Path;

/** Why there is no database to work on. Every message is one line that names the cause and its mend. */
public abstract sealed class DatabaseProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private DatabaseProblem(String message) {
        super(message);
    }

    /** Another Licet works in the data folder. */
    public static final class FolderInUse extends DatabaseProblem {
        private static final long serialVersionUID = 1;

        public FolderInUse(Path folder, String holder) {
            super("The data folder " + folder + " is in use by another Licet (process " + holder
                    + "): stop that one, or choose another folder with --data.");
        }
    }

    /** The data folder cannot be created, read or written. */
    public static final class FolderUnusable extends DatabaseProblem {
        private static final long serialVersionUID = 1;

        public FolderUnusable(Path folder, String reason) {
            super("The data folder " + folder + " cannot be used (" + reason
                    + "): make it writable for this user, or choose another folder with --data.");
        }
    }

    /** PostgreSQL refuses to run as root, and none of the ways around it works here. */
    public static final class RootRefused extends DatabaseProblem {
        private static final long serialVersionUID = 1;

        public RootRefused() {
            super("PostgreSQL does not run as root, and this machine allows neither user namespaces nor a change of"
                    + " user: run Licet as another user, or set LICET_DATABASE_URL to a database of yours.");
        }
    }

    /** PostgreSQL did not come up. */
    public static final class StartFailed extends DatabaseProblem {
        private static final long serialVersionUID = 1;

        public StartFailed(String reason) {
            super("PostgreSQL did not start: " + reason);
        }
    }

    /** PostgreSQL runs with settings under which an acknowledged write can be lost. */
    public static final class NotDurable extends DatabaseProblem {
        private static final long serialVersionUID = 1;

        public NotDurable(String setting, String value) {
            super("PostgreSQL runs with " + setting + " = " + value
                    + ", so an acknowledged write could be lost: turn it on and start again.");
        }
    }

    /** The schema is not what this build's migrations made, or cannot become it. */
    public static final class SchemaRefused extends DatabaseProblem {
        private static final long serialVersionUID = 1;

        public SchemaRefused(String reason) {
            super("The database schema cannot be brought up to date (" + reason
                    + "): use the build that made it or a later one, or another data folder.");
        }
    }
}
