package licet.registry.mail;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import licet.registry.alert.AlertNews;
import licet.registry.alert.AlertTexts;
import licet.registry.alert.MailedAlerts;
import licet.registry.delivery.Backoff;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Language;
import licet.registry.platform.Statements;

/**
 * Sends what waits. What is on its way is claimed in the database for a while, so that any number of instances work side
 * by side, and what dies with one of them is sent by another, under the same id.
 */
@Singleton
class MailDispatcher {
    private static final int AT_ONCE = 20;
    private static final int SHOWN = 50;
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final MailSettings settings;
    private final MailTemplates templates;
    private final MailSender sender;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    MailDispatcher(Database database, MailSettings settings, MailTemplates templates, MailSender sender, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.templates = templates;
        this.sender = sender;
        this.clock = clock;
    }

    /** Returns how many were sent, well or not. */
    int run() {
        int sent = 0;
        var claimed = claim();
        while (!claimed.isEmpty()) {
            claimed.forEach(this::send);
            sent += claimed.size();
            claimed = claim();
        }
        return sent;
    }

    /** @param to empty for somebody who is not active or has no address */
    private record Claimed(
            UUID id, MailDigest digest, Optional<String> to, Language language, int tries, Instant begunAt) {}

    private List<Claimed> claim() {
        if (!settings.isReady()) {
            return List.of();
        }
        return database.write(sql -> {
            var now = clock.instant();
            return sql.list(
                    "WITH due AS (SELECT id FROM mail WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at, id LIMIT "
                            + AT_ONCE + " FOR UPDATE SKIP LOCKED), taken AS (UPDATE mail m SET next_at = ?,"
                            + " tries = m.tries + 1 FROM due WHERE m.id = due.id RETURNING m.*)"
                            + " SELECT t.*, pp.email, coalesce(pp.language, 'en') AS language FROM taken t LEFT JOIN person p ON p.id = t.person"
                            + " AND p.state = 'active' LEFT JOIN person_profile pp ON pp.person_id = p.id"
                            + " ORDER BY t.made_at, t.id",
                    MailDispatcher::claimed,
                    now,
                    now.plus(CLAIM));
        });
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                row.getObject("id", UUID.class),
                ClosedChoice.find(MailDigest.class, row.getString("digest")).orElseThrow(),
                Optional.ofNullable(row.getString("email")).filter(address -> !address.isBlank()),
                ClosedChoice.find(Language.class, row.getString("language")).orElse(Language.ENGLISH),
                row.getInt("tries"),
                Statements.getInstant(row, "begun_at"));
    }

    private void send(Claimed mail) {
        var texts = AlertTexts.of(mail.language());
        var news = mail.digest() == MailDigest.TEST
                ? List.of(AlertNews.test(texts))
                : database.read(sql -> MailedAlerts.list(sql, mail.id(), texts));
        if (mail.to().isEmpty() || news.isEmpty()) {
            database.write(sql -> end(sql, mail, MailState.DROPPED));
            return;
        }
        var body = body(mail.digest(), news, texts);
        var written = templates.write(body, texts);
        var letter = new MailLetter(
                mail.id(), mail.to().get(), body.subject(), written.text(), written.html(), templates.subscriptions());
        record(mail, body.subject(), sender.send(letter));
    }

    private static MailTemplates.Body body(MailDigest digest, List<AlertNews> news, AlertTexts texts) {
        return new MailTemplates.Body(
                subject(digest, news, texts), news.stream().limit(SHOWN).toList(), Math.max(0, news.size() - SHOWN));
    }

    private static String subject(MailDigest digest, List<AlertNews> news, AlertTexts texts) {
        var first = news.getFirst();
        return switch (digest) {
            case IMMEDIATE, TEST ->
                first.about().isEmpty()
                        ? texts.get("mail.subject.one", first.title())
                        : texts.get("mail.subject.named", first.title(), first.about());
            case DAILY -> texts.get("mail.subject.daily", news.size());
            case WEEKLY -> texts.get("mail.subject.weekly", news.size());
        };
    }

    private void record(Claimed mail, String subject, MailSender.Result result) {
        database.write(sql -> {
            var now = clock.instant();
            sql.update(
                    "INSERT INTO mail_try (mail_id, tried_at, delivered, millis, answer) SELECT ?, ?, ?, ?, ?"
                            + " WHERE EXISTS (SELECT 1 FROM mail WHERE id = ?) ON CONFLICT DO NOTHING",
                    mail.id(),
                    now,
                    result.delivered(),
                    (int) result.took().toMillis(),
                    result.answer(),
                    mail.id());
            sql.update("UPDATE mail SET subject = ? WHERE id = ?", subject, mail.id());
            boolean late = Duration.between(mail.begunAt(), now).compareTo(Backoff.GIVE_UP) >= 0;
            if (result.delivered()) {
                return end(sql, mail, MailState.DELIVERED);
            }
            if (result.hopeless() || late) {
                return end(sql, mail, MailState.GIVEN_UP);
            }
            return sql.update(
                    "UPDATE mail SET next_at = ? WHERE id = ? AND state = 'waiting'",
                    now.plus(Backoff.after(mail.tries(), Optional.empty(), random)),
                    mail.id());
        });
    }

    private int end(Statements sql, Claimed mail, MailState state) {
        return sql.update(
                "UPDATE mail SET state = ?, ended_at = ? WHERE id = ? AND state = 'waiting'",
                state.word(),
                clock.instant(),
                mail.id());
    }

    /** Forgets what was done with a month ago. Returns how many. */
    int prune() {
        return database.write(sql -> sql.update(
                "DELETE FROM mail WHERE state <> 'waiting' AND ended_at < ?",
                clock.instant().minus(KEPT)));
    }
}
