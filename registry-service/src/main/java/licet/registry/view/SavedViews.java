package licet.registry.view;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.decision.ListAddress;
import licet.registry.decision.ModelFilters;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;

/** Views belong to one person: nobody else sees them, and a token counts as its owner. */
@Singleton
public class SavedViews {
    private static final String KIND = "view";
    private static final String SELECT = "SELECT id, name, parameters, saved_at FROM saved_view WHERE person_id = ?";

    private final Database database;
    private final ModelFilters filters;
    private final AuditLog audit;
    private final Clock clock;

    SavedViews(Database database, ModelFilters filters, AuditLog audit, Clock clock) {
        this.database = database;
        this.filters = filters;
        this.audit = audit;
        this.clock = clock;
    }

    /** By name; a token of the host has no owner and therefore no views. */
    public List<SavedView> list(Principal caller) {
        var person = Optional.ofNullable(caller.personId());
        return person
                .map(id -> database.read(sql -> sql.list(SELECT + " ORDER BY lower(name), id", SavedViews::read, id)))
                .orElse(List.of())
                .stream()
                .map(this::checked)
                .toList();
    }

    public SavedView get(UUID id, Principal caller) {
        return Optional.ofNullable(caller.personId())
                .flatMap(person -> database.read(sql -> sql.find(SELECT + " AND id = ?", SavedViews::read, person, id)))
                .map(this::checked)
                .orElseThrow(() -> missing(id));
    }

    /**
     * @param name 1 to 80 characters, not yet taken by a view of the same person, whatever the case of its letters
     * @param query parameters of a list as they stand in its address; kept in their one order, without a page's place
     * @throws ProblemException malformed with {@code /name} or {@code /parameters}, or a conflict
     */
    public SavedView save(String name, String query, Principal caller) {
        String named = name(name);
        String parameters = parameters(query);
        var person = Optional.ofNullable(caller.personId())
                .orElseThrow(
                        () -> new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException());
        return database.write(sql -> {
            requireRoom(sql, person);
            var view = new SavedView(
                    TimeOrderedId.at(clock.instant()), named, parameters, clock.instant(), Optional.empty());
            int rows = sql.update(
                    "INSERT INTO saved_view (id, person_id, name, parameters, saved_at) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (person_id, lower(name)) DO NOTHING",
                    view.id(),
                    person,
                    view.name(),
                    view.parameters(),
                    view.savedAt());
            if (rows == 0) {
                throw new RegistryProblem.Conflict(KIND, named, "choose another name, or delete that view first")
                        .asException();
            }
            // Names and words are the person's own business and stay out of the log that nobody can erase.
            audit.append(
                    AuditEvent.of(caller.actor(), "view.save", KIND, view.id().toString(), Map.of()));
            return view;
        });
    }

    public void delete(UUID id, Principal caller) {
        database.write(sql -> {
            if (sql.update("DELETE FROM saved_view WHERE id = ? AND person_id = ?", id, caller.personId()) == 0) {
                throw missing(id);
            }
            audit.append(AuditEvent.of(caller.actor(), "view.delete", KIND, id.toString(), Map.of()));
            return id;
        });
    }

    private static void requireRoom(Statements sql, UUID person) {
        long views =
                sql.get("SELECT count(*) AS n FROM saved_view WHERE person_id = ?", row -> row.getLong("n"), person);
        if (views >= SavedView.MOST) {
            throw malformed("/name", "delete a view first: there are %d already".formatted(SavedView.MOST));
        }
    }

    private static String name(String given) {
        String name = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > SavedView.LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw malformed("/name", "write 1 to %d characters in one line".formatted(SavedView.LONGEST_NAME));
        }
        return name;
    }

    private String parameters(String query) {
        try {
            String parameters = canonical(query);
            if (parameters.length() > SavedView.LONGEST_PARAMETERS) {
                throw malformed("/parameters", "ask for less at once");
            }
            return parameters;
        } catch (ProblemException refused) {
            throw malformed("/parameters", why(refused));
        }
    }

    private String canonical(String query) {
        var asked = filters.query(ListAddress.parse(query));
        return ListAddress.query(ListAddress.parameters(asked.filter(), asked.sort()));
    }

    private static SavedView read(ResultSet row) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("parameters"),
                Statements.getInstant(row, "saved_at"),
                Optional.empty());
    }

    /** What was right when it was saved can have gone with a deployment or a license. */
    private SavedView checked(SavedView view) {
        try {
            canonical(view.parameters());
            return view;
        } catch (ProblemException gone) {
            return new SavedView(view.id(), view.name(), view.parameters(), view.savedAt(), Optional.of(why(gone)));
        }
    }

    private static String why(ProblemException refused) {
        return refused.problem() instanceof RegistryProblem.Malformed(var errors)
                ? errors.stream()
                        .map(error -> error.field().equals("/parameters")
                                ? error.mend()
                                : "%s=%s: %s".formatted(error.field(), error.value(), error.mend()))
                        .collect(Collectors.joining("; "))
                : ProblemText.of(refused.problem()).sentence();
    }

    private static ProblemException missing(UUID id) {
        return new RegistryProblem.NotFound(KIND, id.toString()).asException();
    }

    private static ProblemException malformed(String field, String mend) {
        return new RegistryProblem.Malformed(field, null, mend).asException();
    }
}
