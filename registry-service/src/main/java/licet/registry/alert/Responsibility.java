package licet.registry.alert;

import java.util.List;
import java.util.UUID;
import licet.registry.platform.Statements;

/** Who answers for models that are in use. A feature that knows such people has a bean of it. */
public interface Responsibility {
    /** Those who answer now for what an alert concerns. */
    List<Held> of(Statements sql, About about);

    /** @param within the group in which the person answers for it, which can subscribe as well */
    record Held(UUID person, Subscriber within) {}
}
