package licet.registry.audit;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import licet.registry.platform.Pool;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditChain;
import licet.registry.platform.audit.AuditPart;
import licet.registry.platform.audit.HeadFiles;
import licet.registry.platform.audit.HeadMark;
import licet.registry.platform.audit.HeadMarks;

/** Whether the chain is still what was written, held against itself and against the heads outside of the database. */
@Singleton
public class AuditCheck {
    /** A few seconds of work. */
    public static final long ENTRIES_AT_ONCE = 100_000;

    private final Pool pool;
    private final Clock clock;
    private final Optional<HeadFiles> files;

    AuditCheck(
            Pool pool,
            Clock clock,
            @Value("${licet.audit-heads:}") String heads,
            @Value("${licet.data:}") String data) {
        this.pool = pool;
        this.clock = clock;
        this.files = folder(heads, data).map(HeadFiles::new);
    }

    private static Optional<Path> folder(String heads, String data) {
        if (!heads.isBlank()) {
            return Optional.of(Path.of(heads));
        }
        return data.isBlank() ? Optional.empty() : Optional.of(Path.of(data, HeadFiles.FOLDER));
    }

    /** Where heads are written outside; empty where there is no such place. */
    public Optional<String> place() {
        return files.map(found -> found.folder().toString());
    }

    public HeadMarks marks() {
        return files.map(HeadFiles::read).orElse(HeadMarks.NONE);
    }

    /**
     * Reads a part of the chain.
     *
     * @param from number of the first entry, from 1
     */
    public AuditPart verify(long from) {
        if (from < 1) {
            throw AuditQuery.malformed("from", Long.toString(from), "use the number of an entry, from 1");
        }
        try (var connection = pool.connect()) {
            return AuditChain.verify(connection, from, ENTRIES_AT_ONCE, marks());
        } catch (SQLException problem) {
            throw new IllegalStateException("the audit chain cannot be read", problem);
        }
    }

    /** Writes the head of this moment outside; nothing where there is no place or no entry yet. */
    public Optional<HeadMark> mark() {
        try (var connection = pool.connect()) {
            var head = AuditChain.head(new Statements(connection));
            return head.seq() == 0 ? Optional.empty() : files.map(found -> found.append(head, clock.instant()));
        } catch (SQLException problem) {
            throw new IllegalStateException("the head of the audit chain cannot be read", problem);
        }
    }
}
