package licet.registry.alert;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Something to tell.
 *
 * @param people whom; those who are not active are left out
 * @param objectKind of the audited object that it is about, for example {@code approval-request}
 * @param facts what its text names: ids and words of the product, people by their ids alone. The one named
 *     {@code of} tells alerts of one kind about one object apart.
 */
public record NewAlert(
        AlertKind kind, Set<UUID> people, String objectKind, String objectId, Map<String, String> facts) {
    /** Name of the fact that tells alerts of one kind about one object apart. */
    public static final String OF = "of";

    /** Name of the fact that says on which page more stands: a path of the product. */
    public static final String LINK = "link";

    public NewAlert {
        people = Set.copyOf(people);
        facts = Map.copyOf(facts);
        if (!facts.containsKey(OF)) {
            throw new IllegalArgumentException("without a fact '" + OF + "' nobody knows whether it was told already");
        }
    }

    /** Something of which nobody in particular is told, only those who want to know. */
    public static NewAlert open(AlertKind kind, String objectKind, String objectId, Map<String, String> facts) {
        return new NewAlert(kind, Set.of(), objectKind, objectId, facts);
    }
}
