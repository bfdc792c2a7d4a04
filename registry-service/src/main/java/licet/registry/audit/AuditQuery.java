package licet.registry.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licet.registry.platform.problem.RegistryProblem;

/**
 * What the audit log is narrowed by.
 *
 * @param actor id of a person or a token, a login, or {@code host} or {@code system}
 * @param action such as {@code policy.activate}
 * @param kind of the object, such as {@code deployment}
 * @param id of the object; only together with its kind
 * @param from first moment
 * @param to first moment that is no longer asked for
 */
public record AuditQuery(
        Optional<String> actor,
        Optional<String> action,
        Optional<String> kind,
        Optional<String> id,
        Optional<Instant> from,
        Optional<Instant> to) {
    public static final AuditQuery EVERYTHING = new AuditQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Set<String> KNOWN = Set.of("actor", "action", "kind", "id", "from", "to");

    /** Everything that was done to one object. */
    public static AuditQuery ofObject(String kind, String id) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(kind),
                Optional.of(id),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Reads parameters of a request; what else stands there is for somebody else.
     *
     * @throws licet.registry.platform.problem.ProblemException malformed, naming the parameter
     */
    public static AuditQuery parse(Map<String, List<String>> parameters) {
        var id = given(parameters, "id");
        var kind = given(parameters, "kind");
        if (id.isPresent() && kind.isEmpty()) {
            throw malformed("kind", "", "say of what kind the object is, for example deployment");
        }
        return new AuditQuery(
                given(parameters, "actor"),
                given(parameters, "action"),
                kind,
                id,
                given(parameters, "from").map(text -> moment("from", text, 0)),
                given(parameters, "to").map(text -> moment("to", text, 1)));
    }

    public boolean isNarrowed() {
        return !equals(EVERYTHING);
    }

    /** Whether a parameter of a request belongs to the query. */
    public static boolean knows(String parameter) {
        return KNOWN.contains(parameter);
    }

    private static Optional<String> given(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** A day counts whole: as a beginning from its start, as an end to the start of the next. */
    private static Instant moment(String name, String text, int dayAfter) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(dayAfter)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException unreadable) {
            throw malformed(name, text, "write a day such as 2026-11-22, or a moment such as 2026-11-22T10:00:00Z");
        }
    }

    static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
