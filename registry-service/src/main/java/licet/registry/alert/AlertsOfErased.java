package licet.registry.alert;

import jakarta.inject.Singleton;
import licet.registry.identity.PersonalTraces;
import licet.registry.platform.Statements;

/** What somebody was told, read and wanted to know is their own business. What an alert names are ids, never people's words. */
@Singleton
final class AlertsOfErased implements PersonalTraces {
    @Override
    public int erase(Statements sql, Erased erased) {
        return sql.update("DELETE FROM alert_person WHERE person = ?", erased.person())
                + sql.update(
                        "DELETE FROM subscription WHERE subscriber_kind = ? AND subscriber_id = ?",
                        Subscriber.PERSON,
                        erased.person().toString());
    }
}
