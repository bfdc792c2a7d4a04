package licet.registry.postgres;

/** The two roles of the database: the owner migrates, the application only reads and writes what it was granted. */
public record Databases(Login owner, Login app) {}
