package licet.registry.identity;

import jakarta.inject.Singleton;
import licet.registry.platform.Statements;

/** The account itself: its profile, every proof of who somebody is, and the names of tokens, which people choose. */
@Singleton
final class TracesOfAccount implements PersonalTraces {
    private final SignInFailures failures;

    TracesOfAccount(SignInFailures failures) {
        this.failures = failures;
    }

    @Override
    public int erase(Statements sql, Erased erased) {
        var id = erased.person();
        sql.update(
                "UPDATE person_profile SET display_name = ?, email = NULL, language = 'en' WHERE person_id = ?",
                erased.pseudonym(),
                id);
        sql.update("DELETE FROM person_role WHERE person_id = ?", id);
        sql.update("DELETE FROM person_review_topic WHERE person_id = ?", id);
        erased.words().forEach(word -> failures.forget(sql, word));
        return sql.update("DELETE FROM person_password WHERE person_id = ?", id)
                + sql.update("DELETE FROM person_subject WHERE person_id = ?", id)
                + sql.update(
                        "UPDATE api_token SET name = ?, version = version + 1 WHERE owner_id = ?",
                        erased.pseudonym(),
                        id);
    }
}
