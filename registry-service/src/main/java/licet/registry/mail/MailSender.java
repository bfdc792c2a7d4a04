package licet.registry.mail;

import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/** Hands mail to the SMTP server: text and HTML, under an id that stays the same when it is sent again. */
@Singleton
class MailSender {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 500;
    private static final int PERMANENT = 5;
    private static final int HUNDRED = 100;

    private final MailSettings settings;
    private final Clock clock;

    MailSender(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param answer of the server, or why there is none
     * @param hopeless whether the server says that there is no such address
     */
    record Result(boolean delivered, boolean hopeless, String answer, Duration took) {}

    Result send(MailLetter letter) {
        long start = System.nanoTime();
        var session = session();
        try (var transport = session.getTransport("smtp")) {
            var message = message(session, letter);
            transport.connect(
                    settings.server().orElseThrow(),
                    settings.serverPort(),
                    settings.login().orElse(null),
                    settings.login().map(_ -> settings.secret()).orElse(null));
            transport.sendMessage(message, new Address[] {new InternetAddress(letter.to())});
            return new Result(true, false, "accepted", since(start));
        } catch (MessagingException failed) {
            return new Result(false, isHopeless(failed), shortened(failed), since(start));
        }
    }

    private Session session() {
        var properties = new Properties();
        String patience = Long.toString(PATIENCE.toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        switch (settings.connection()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                properties.setProperty("mail.smtp.ssl.enable", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return Session.getInstance(properties);
    }

    private MimeMessage message(Session session, MailLetter letter) throws MessagingException {
        var from = settings.sender();
        String id = "<" + letter.id() + "@" + from.getAddress().replaceFirst("^.*@", "") + ">";
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(oneLine(letter.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe().isPresent()) {
            message.setHeader(
                    "List-Unsubscribe", "<" + oneLine(letter.unsubscribe().get()) + ">");
        }
        var text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        var html = new MimeBodyPart();
        html.setContent(letter.html(), "text/html; charset=utf-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** A line break would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static boolean isHopeless(MessagingException failed) {
        for (Exception next = failed; next instanceof MessagingException one; next = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException refused && refused.getReturnCode() / HUNDRED == PERMANENT) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(MessagingException failed) {
        String text = (failed.getClass().getSimpleName() + ": " + failed.getMessage()).replace('\0', '\uFFFD');
        return text.substring(0, Math.min(text.length(), LONGEST_ANSWER));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
