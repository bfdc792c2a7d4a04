package licet.registry.platform;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * Plain SQL inside the transaction that JPA uses. A call inside {@code @Transactional} code joins that transaction, a
 * call outside opens one.
 */
@Singleton
public final class Database {
    private final TransactionOperations<Session> transactions;

    Database(TransactionOperations<Session> transactions) {
        this.transactions = transactions;
    }

    public <T> T read(Function<Statements, T> work) {
        return transactions.executeRead(status -> join(status.getConnection(), work));
    }

    public <T> T write(Function<Statements, T> work) {
        return transactions.executeWrite(status -> join(status.getConnection(), work));
    }

    private static <T> T join(Session session, Function<Statements, T> work) {
        // Entities changed before must be in the database before SQL looks at their rows.
        if (session.getHibernateFlushMode() != FlushMode.MANUAL) {
            session.flush();
        }
        return session.doReturningWork(connection -> work.apply(new Statements(connection)));
    }
}
