package licet.registry.alert;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Whom an alert is for, each with the moment at which they want it by e-mail. Whoever is in it twice gets it sooner. */
public record Audience(Map<UUID, Digest> people) {
    public static final Audience NOBODY = new Audience(Map.of());

    public Audience {
        people = Map.copyOf(people);
    }

    public Audience plus(Collection<UUID> more, Digest digest) {
        var all = new TreeMap<>(people);
        more.forEach(person -> all.merge(person, digest, Audience::sooner));
        return new Audience(all);
    }

    private static Digest sooner(Digest one, Digest other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    public boolean isEmpty() {
        return people.isEmpty();
    }
}
