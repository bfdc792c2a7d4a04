package licet.registry.view;

import jakarta.inject.Singleton;
import licet.registry.identity.PersonalTraces;
import licet.registry.platform.Statements;

/** Saved views are a person's own business and nothing was decided by them. */
@Singleton
final class ViewsOfErased implements PersonalTraces {
    @Override
    public int erase(Statements sql, Erased erased) {
        return sql.update("DELETE FROM saved_view WHERE person_id = ?", erased.person());
    }
}
