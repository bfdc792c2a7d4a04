package licet.registry.alert;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Principal;

/** Everybody for themselves. */
@Singleton
final class PersonSubscribers implements Subscribers {
    @Override
    public String kind() {
        return Subscriber.PERSON;
    }

    @Override
    public List<Subscriber> of(Statements sql, Principal caller) {
        return Optional.ofNullable(caller.personId()).stream()
                .map(person -> new Subscriber(kind(), person.toString(), caller.login()))
                .toList();
    }

    @Override
    public Set<UUID> people(Statements sql, String id) {
        return Set.of(UUID.fromString(id));
    }
}
