package licet.registry.platform.audit;

import jakarta.inject.Singleton;

/** Writes what happened in the transaction of the change itself. */
@Singleton
public final class AuditLog {
    private final ChangeCollector collector;

    AuditLog(ChangeCollector collector) {
        this.collector = collector;
    }

    /**
     * Remembers the event and writes it as the last act of the current transaction, after everything that JPA still
     * holds back: aggregates are locked first and the head last, whatever the order of calls. A transaction that rolls
     * back leaves no trace.
     */
    public void append(AuditEvent event) {
        collector.collect(event);
    }
}
