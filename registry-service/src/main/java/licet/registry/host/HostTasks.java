package licet.registry.host;

import licet.registry.postgres.Login;

/**
 * What the command line does on the host that owns the data folder, without the server and whether or not it runs.
 * Found by {@link java.util.ServiceLoader}; plain JDBC, because loading the framework would take longer than the task.
 */
public interface HostTasks {
    /** Stores a new token and returns its secret, which is shown once. The scope is read, gate or write. */
    String createToken(Login app, String name, String scope);

    AuditFinding verifyAudit(Login app);

    /** The outcome of walking the audit chain from its first entry, in one line for a person. */
    record AuditFinding(boolean intact, String summary) {}
}
