package licet.registry.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Alerts;
import licet.registry.alert.Audience;
import licet.registry.alert.Digest;
import licet.registry.alert.NewAlert;
import licet.registry.identity.OwnAccount;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.testing.Staff;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails reach a real SMTP server: at once, or gathered; each under one id, whatever happens on the way. */
class MailTest {
    private static final int PORT = freePort();
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        SERVER.start();
    }

    /** The same when the server comes back. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final TestRegistry REGISTRY = TestRegistry.apart(Map.of(
            "licet.jobs.enabled",
            "false",
            "licet.mail.host",
            "127.0.0.1",
            "licet.mail.port",
            PORT,
            "licet.mail.security",
            "none",
            "licet.mail.from",
            "Licet <licet@example.com>",
            "licet.public-url",
            "https://licet.example.com"));
    private static final Staff STAFF = new Staff(REGISTRY);
    private static final Principal READER = person("reader", "reader@example.com");
    private static final Principal NOWHERE = person("nowhere", "");

    private static Principal person(String login, String address) {
        var person = STAFF.person(login, Set.of(Role.ADMINISTRATOR), Set.of());
        REGISTRY.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO person_profile (person_id, display_name, email) VALUES (?, ?, nullif(?, ''))",
                        person.personId(),
                        login,
                        address));
        return person;
    }

    @AfterAll
    static void stop() {
        REGISTRY.stop();
        SERVER.stop();
    }

    @BeforeEach
    void nothingWaits() throws Exception {
        REGISTRY.bean(Database.class).write(sql -> {
            sql.update("DELETE FROM alert_person");
            return sql.update("DELETE FROM mail");
        });
        SERVER.purgeEmailFromAllMailboxes();
    }

    private static void alert(String model, Digest digest, Principal... people) {
        var all = Arrays.stream(people).map(Principal::personId).toList();
        REGISTRY.bean(Database.class).write(sql -> {
            REGISTRY.bean(AuditLog.class).append(AuditEvent.of(Actor.PRODUCT, "drift.tell", "model", model, Map.of()));
            REGISTRY.bean(Alerts.class)
                    .raise(
                            sql,
                            NewAlert.open(
                                    AlertKind.LICENSE_TEXT_CHANGED,
                                    "model",
                                    model,
                                    Map.of(
                                            NewAlert.OF,
                                            UUID.randomUUID().toString(),
                                            "model",
                                            model,
                                            "path",
                                            "LICENSE",
                                            "before",
                                            "Apache License",
                                            "after",
                                            "<script>alert(1)</script>",
                                            NewAlert.LINK,
                                            "/models/" + model)),
                            Audience.NOBODY.plus(all, digest));
            return 0;
        });
    }

    private static int send() {
        REGISTRY.bean(MailGathering.class).run();
        return REGISTRY.bean(MailDispatcher.class).run();
    }

    private static List<MimeMessage> received() {
        return List.of(SERVER.getReceivedMessages());
    }

    private static String part(MimeMessage message, int which) throws MessagingException, IOException {
        var parts = (MimeMultipart) message.getContent();
        return String.valueOf(parts.getBodyPart(which).getContent()).replace("\r\n", "\n");
    }

    @Test
    void anAlertIsMailedAtOnceAsTextAndHtml() throws Exception {
        alert("acme/small", Digest.IMMEDIATE, READER, NOWHERE);
        assertThat(send()).isEqualTo(1);
        assertThat(send()).as("once").isZero();
        var mail = received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Licet: The text of a license changed (acme/small)");
        assertThat(mail.getAllRecipients()[0]).hasToString("reader@example.com");
        assertThat(mail.getFrom()[0]).hasToString("Licet <licet@example.com>");
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://licet.example.com/subscriptions>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(mail, 0)).isEqualTo("""
                The text of a license changed
                acme/small
                LICENSE: Apache License → <script>alert(1)</script>
                https://licet.example.com/models/acme/small

                --
                You are told because you subscribed to it, or because you or your team answer for it.
                Choose what you are told: https://licet.example.com/subscriptions
                """);
        assertThat(part(mail, 1))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("href=\"https://licet.example.com/models/acme/small\"")
                .doesNotContain("<script");
        if (Boolean.getBoolean("licet.pictures")) {
            Files.writeString(Path.of("target", "mail.html"), part(mail, 1));
        }
    }

    @Test
    void aMailIsInTheLanguageOfItsReader() throws Exception {
        var speaker = person("sprecherin", "sprecherin@example.com");
        REGISTRY.bean(OwnAccount.class).describe("Sprecherin", "sprecherin@example.com", "de", speaker);
        alert("acme/small", Digest.IMMEDIATE, speaker, READER);
        assertThat(send()).isEqualTo(2);
        var mail = received().stream()
                .filter(one -> to(one).equals("sprecherin@example.com"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.getSubject()).isEqualTo("Licet: Der Text einer Lizenz hat sich geändert (acme/small)");
        assertThat(part(mail, 0))
                .startsWith("Der Text einer Lizenz hat sich geändert\nacme/small\n")
                .contains("Wählen, was Sie erfahren: https://licet.example.com/subscriptions");
        assertThat(part(mail, 1)).contains("<html lang=\"de\">").contains("In Licet öffnen");
        assertThatThrownBy(() -> REGISTRY.bean(OwnAccount.class).describe("Sprecherin", "", "tlh", speaker))
                .hasMessageContaining("language");
    }

    private static String to(MimeMessage mail) {
        try {
            return String.valueOf(mail.getAllRecipients()[0]);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingGetsIntoTheHeaders() throws Exception {
        alert("acme/evil\r\nBcc: all@example.com", Digest.IMMEDIATE, READER);
        send();
        var mail = received().getFirst();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject())
                .isEqualTo("Licet: The text of a license changed (acme/evil Bcc: all@example.com)");
    }

    @Test
    void aDayIsGatheredUntilTheHour() throws Exception {
        var clock = REGISTRY.clock();
        clock.advance(Duration.between(
                clock.instant(),
                clock.instant()
                        .plus(Duration.ofDays(1))
                        .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                        .plusSeconds(18_000)));
        alert("acme/first", Digest.DAILY, READER);
        send();
        int before = received().size();
        SERVER.purgeEmailFromAllMailboxes();
        alert("acme/second", Digest.DAILY, READER);
        alert("acme/third", Digest.DAILY, READER);
        send();
        assertThat(received()).as("one a day").isEmpty();
        clock.advance(Duration.ofHours(2));
        send();
        assertThat(received()).hasSize(1);
        assertThat(received().getFirst().getSubject())
                .matches("Licet: ([23]) alerts? of the day|Licet: 2 alerts of the day");
        assertThat(part(received().getFirst(), 0)).contains("acme/second").contains("acme/third");
        assertThat(before).isLessThanOrEqualTo(1);
    }

    @Test
    void whatTheServerRefusesIsTriedAgainUnderTheSameId() throws Exception {
        alert("acme/later", Digest.IMMEDIATE, READER);
        SERVER.stop();
        REGISTRY.bean(MailGathering.class).run();
        assertThat(REGISTRY.bean(MailDispatcher.class).run()).isEqualTo(1);
        var line = REGISTRY.bean(Mails.class).log().mails().getFirst();
        assertThat(line.state()).isEqualTo(MailState.WAITING);
        assertThat(line.answer().orElseThrow()).contains("Exception");
        SERVER.start();
        REGISTRY.clock().advance(Duration.ofMinutes(1));
        assertThat(REGISTRY.bean(MailDispatcher.class).run()).isEqualTo(1);
        var first = received().getLast().getMessageID();
        assertThat(first).isEqualTo("<" + line.id() + "@example.com>");
        REGISTRY.bean(Mails.class).replay(line.id(), READER);
        REGISTRY.bean(MailDispatcher.class).run();
        assertThat(received().getLast().getMessageID()).isEqualTo(first);
    }

    @Test
    void theButtonSendsOneToWhoeverPressesIt() throws Exception {
        REGISTRY.bean(Mails.class).test(READER);
        send();
        assertThat(received().getFirst().getSubject()).isEqualTo("Licet: A test: messages of Licet arrive here");
        assertThatThrownBy(() -> REGISTRY.bean(Mails.class).test(NOWHERE)).hasMessageContaining("address");
    }

    @Test
    void whoLeftIsNotMailed() {
        var leaver = person("leaver" + Instant.now(REGISTRY.clock()).toEpochMilli(), "leaver@example.com");
        alert("acme/left", Digest.IMMEDIATE, leaver);
        REGISTRY.bean(MailGathering.class).run();
        REGISTRY.bean(Database.class)
                .write(sql -> sql.update("UPDATE person SET state = 'deactivated' WHERE id = ?", leaver.personId()));
        REGISTRY.bean(MailDispatcher.class).run();
        assertThat(received()).isEmpty();
        assertThat(REGISTRY.bean(Mails.class).log().mails().getFirst().state()).isEqualTo(MailState.DROPPED);
    }
}
