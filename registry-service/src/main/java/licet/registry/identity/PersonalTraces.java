package licet.registry.identity;

import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Statements;

/** Words of or about a person that a feature keeps beside the account. Every feature with such words has a bean of it. */
public interface PersonalTraces {
    /**
     * Whose personal data goes.
     *
     * @param words login, name and address, in lower case
     * @param pseudonym what stands in their place
     */
    record Erased(UUID person, Set<String> words, String pseudonym) {
        public Erased {
            words = Set.copyOf(words);
        }

        @Override
        public String toString() {
            return "Erased[" + person + "]";
        }
    }

    /**
     * In the transaction of the erasure.
     *
     * @return how many rows lost something
     */
    int erase(Statements sql, Erased erased);
}
