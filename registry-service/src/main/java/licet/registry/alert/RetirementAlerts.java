package licet.registry.alert;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import licet.registry.platform.Statements;

/** Tells those concerned that a model or a family will be retired, some days ahead. */
@Singleton
public class RetirementAlerts {
    /** How many days ahead people are told, the most first. */
    public static final List<Integer> AHEAD = List.of(90, 60, 30, 7);

    private final AlertRouting routing;
    private final Alerts alerts;

    RetirementAlerts(AlertRouting routing, Alerts alerts) {
        this.routing = routing;
        this.alerts = alerts;
    }

    /**
     * A retirement that was announced.
     *
     * @param name of the model, or of the family with the part of it that is meant
     * @param objectKind of the audited object that announces it, with its id
     * @param link to the page that says more
     */
    public record Retirement(
            About about, String name, String objectKind, String objectId, LocalDate date, String link) {}

    /**
     * Once for each distance and date: a date that moved is news again. The transaction must also audit something.
     *
     * @param days one of {@link #AHEAD}
     */
    public void raise(Statements sql, Retirement retirement, int days) {
        var about = retirement.about();
        var facts = new HashMap<>(Map.of(
                NewAlert.OF,
                retirement.date() + " " + days,
                "date",
                retirement.date().toString(),
                "days",
                Integer.toString(days),
                NewAlert.LINK,
                retirement.link()));
        facts.put(about.model().isPresent() ? "model" : "family", retirement.name());
        var kind = AlertKind.RETIREMENT_NEAR;
        alerts.raise(
                sql,
                NewAlert.open(kind, retirement.objectKind(), retirement.objectId(), facts),
                routing.to(sql, about, kind));
    }
}
