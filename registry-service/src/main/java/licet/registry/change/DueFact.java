package licet.registry.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.Figures.Figure;

/**
 * A fact that somebody should look at.
 *
 * @param owner who answers for it: as it stands at the figure, or the name of the team that owns the deployment
 * @param asOf day on which it was last known to be true
 * @param due last day before it needs a confirmation
 * @param overdue whether that day has passed
 * @param confirmable false for a figure of a month that is over: another month needs a figure of its own
 */
public record DueFact(
        Subject subject,
        String owner,
        Rhythm rhythm,
        LocalDate asOf,
        LocalDate due,
        boolean overdue,
        boolean confirmable) {
    /** Owner of the facts of deployments that no team owns. */
    public static final String NO_TEAM = "deployments";

    /** What it is about. */
    public sealed interface Subject {
        /** @param at place among the figures of the organization, counted from 0 */
        record OfOrganization(int at, Figure figure) implements Subject {}

        /** All facts of one deployment together. */
        record OfDeployment(DeploymentKey key, String name, int version) implements Subject {}
    }

    Row row() {
        return switch (subject) {
            case Subject.OfOrganization(var at, var figure) ->
                row("figure", figure.metric() + " of " + figure.entity(), Optional.of(at));
            case Subject.OfDeployment(var key, var _, var _) -> row("deployment", key.value(), Optional.empty());
        };
    }

    private Row row(String kind, String what, Optional<Integer> at) {
        return new Row(kind, what, at, owner, rhythm, asOf, due, overdue, confirmable);
    }

    /** The same for programs, without a value: values are inside information. */
    @Schema(name = "FactConfirmation")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Row(
            String kind,
            String what,
            Optional<Integer> at,
            String owner,
            Rhythm rhythm,
            LocalDate asOf,
            LocalDate due,
            boolean overdue,
            boolean confirmable) {}
}
