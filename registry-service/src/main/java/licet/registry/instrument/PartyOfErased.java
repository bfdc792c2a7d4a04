package licet.registry.instrument;

import jakarta.inject.Singleton;
import licet.registry.identity.PersonalTraces;
import licet.registry.platform.Statements;

/** Who accepted a text, or whose reading it is, where that is the person. A licensor is none of ours and stays. */
@Singleton
final class PartyOfErased implements PersonalTraces {
    @Override
    public int erase(Statements sql, Erased erased) {
        return sql.update(
                "UPDATE instrument SET party = ? WHERE kind <> 'agreement' AND lower(btrim(party)) = ANY (?)",
                erased.pseudonym(),
                erased.words().toArray(String[]::new));
    }
}
