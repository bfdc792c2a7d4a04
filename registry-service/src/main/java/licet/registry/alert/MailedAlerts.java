package licet.registry.alert;

import java.util.List;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;

/** The alerts that one mail tells of, the oldest first. */
public final class MailedAlerts {
    private MailedAlerts() {}

    public static List<AlertNews> list(Statements sql, UUID mail, AlertTexts texts) {
        return sql.list(
                "SELECT a.kind, a.object_kind, a.object_id, a.facts FROM alert_person p JOIN alert a ON a.id = p.alert_id"
                        + " WHERE p.mail_id = ? ORDER BY a.raised_at, a.id",
                row -> AlertNews.of(
                        row.getString("kind"),
                        row.getString("object_kind"),
                        row.getString("object_id"),
                        CanonicalJson.read(row.getString("facts"), AlertFacts.class)
                                .named(),
                        texts),
                mail);
    }
}
