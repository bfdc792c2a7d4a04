package licet.registry.approval;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.instrument.InstrumentSource;
import licet.registry.platform.Statements;
import licet.registry.terms.PageHistory;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Basis;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Reach;

/** What approved requests lift: for one model at one revision in one deployment, while all that people saw is the same. */
@Singleton
class Approvals implements InstrumentSource {
    /** Kind of object in the audit chain whose change can change an answer. */
    static final String KIND = "approval";

    private final PageHistory pages;

    Approvals(PageHistory pages) {
        this.pages = pages;
    }

    /**
     * A name that belongs to another model now lifts nothing, and nothing is lifted under terms that say something else
     * by now. Where an approval is stale and the policy grants it grace, it acts for that time on what is found instead.
     */
    @Override
    public List<Instrument> load(Statements sql) {
        var now = pages.read(sql);
        return sql
                .list(
                        "SELECT a.*, s.since, s.basis AS found, s.grace_until FROM approval a"
                                + " JOIN model m ON m.id = a.model_id"
                                + " LEFT JOIN approval_stale s ON s.approval_id = a.id AND s.over_at IS NULL"
                                + " AND s.grace_until IS NOT NULL"
                                + " WHERE a.ended_at IS NULL AND m.name_lost_at IS NULL ORDER BY a.id",
                        row -> acting(row, now))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Instrument> acting(ResultSet row, PageHistory.Reading pages) throws SQLException {
        var basis = CanonicalJson.read(row.getString("basis"), Basis.class);
        var licenses = BoundLicenses.keys(basis);
        var all = new ArrayList<Instrument>();
        String id = KIND + ":" + row.getString("id");
        var from = Statements.getInstant(row, "valid_from");
        var until = Statements.getInstant(row, "valid_until");
        if (pages.since(licenses, from).isEmpty()) {
            all.add(instrument(row, id, basis.digest(), from, until));
        }
        var since = Statements.findInstant(row, "since");
        var grace = Statements.findInstant(row, "grace_until");
        if (since != null && grace != null && pages.since(licenses, since).isEmpty()) {
            var end = grace.isBefore(until) ? grace : until;
            all.add(instrument(row, id + ":grace", row.getString("found"), since, end));
        }
        return all;
    }

    private static Instrument instrument(ResultSet row, String id, String basis, Instant from, Instant until)
            throws SQLException {
        return new Instrument(
                id,
                Instrument.Kind.APPROVAL,
                new TreeSet<>(RequestRows.texts(row.getString("lifts"))),
                reach(row.getString("model"), row.getString("deployment_key"), basis),
                from,
                Optional.of(until));
    }

    static Reach reach(String model, String deployment, String basis) {
        return new Reach(
                Set.of(new DeploymentKey(deployment)),
                Set.of(),
                Set.of(new ModelId(model)),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.of(basis));
    }
}
