package licet.registry.mail;

import jakarta.inject.Singleton;
import licet.registry.identity.PersonalTraces;
import licet.registry.platform.Statements;

/** What somebody was mailed, and what servers said of their address, goes with them. */
@Singleton
final class MailsOfErased implements PersonalTraces {
    @Override
    public int erase(Statements sql, Erased erased) {
        return sql.update("DELETE FROM mail WHERE person = ?", erased.person());
    }
}
