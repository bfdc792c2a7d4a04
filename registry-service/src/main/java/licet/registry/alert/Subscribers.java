package licet.registry.alert;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Principal;

/** People who subscribe together. Every feature with such groups has a bean of it; one bean knows one kind. */
public interface Subscribers {
    String kind();

    /** Those for whom the caller may subscribe, and whose subscriptions the caller sees. */
    List<Subscriber> of(Statements sql, Principal caller);

    /** Whom one of them stands for now. */
    Set<UUID> people(Statements sql, String id);
}
