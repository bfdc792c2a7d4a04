package licet.registry.platform.audit;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import licet.registry.platform.Statements;
import org.hibernate.Session;

/** What the transactions under way have to say when they commit, one list for each. */
@Singleton
final class ChangeCollector {
    private final TransactionOperations<Session> transactions;
    private final Clock clock;
    private final HeadWatch watch;
    private final Map<Session, Pending> underWay = new ConcurrentHashMap<>();

    ChangeCollector(TransactionOperations<Session> transactions, Clock clock, HeadWatch watch) {
        this.transactions = transactions;
        this.clock = clock;
        this.watch = watch;
    }

    void collect(AuditEvent event) {
        pending().events.add(event);
    }

    void collect(OutboxMessage message) {
        pending().messages.add(message);
    }

    private Pending pending() {
        var status = transactions
                .findTransactionStatus()
                .orElseThrow(() -> new IllegalStateException("a change is recorded inside its transaction"));
        var session = transactions.getConnection();
        return underWay.computeIfAbsent(session, fresh -> {
            var pending = new Pending(fresh);
            status.registerSynchronization(pending);
            return pending;
        });
    }

    private final class Pending implements TransactionSynchronization {
        private final Session session;
        private final List<AuditEvent> events = new ArrayList<>();
        private final List<OutboxMessage> messages = new ArrayList<>();

        Pending(Session session) {
            this.session = session;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (events.isEmpty()) {
                throw new IllegalStateException("a message leaves only with an audited change");
            }
            session.flush();
            session.doWork(connection -> AuditChain.append(new Statements(connection), clock, events, messages));
        }

        @Override
        public void afterCommit() {
            watch.committedHere(events);
        }

        @Override
        public void afterCompletion(Status status) {
            underWay.remove(session);
        }
    }
}
