package licet.registry.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * How mail leaves: settings under {@code licet.mail}. Without a host nothing is mailed, and the inbox is all there is.
 *
 * @param host of the SMTP server
 * @param port 587 when left out
 * @param user empty for a server that asks for none
 * @param from sender, as in {@code Licet <licet@example.com>}
 * @param security starttls when left out, or tls, or none for a server on this machine
 * @param digestHour in UTC, at which what was gathered is sent
 */
@ConfigurationProperties("licet.mail")
record MailSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String password,
        @Nullable String from,
        @Nullable String security,
        @Nullable Integer digestHour) {
    private static final int SUBMISSION = 587;
    private static final int MORNING = 6;
    private static final int HOURS = 24;

    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    MailSettings {
        if (host != null && !host.isBlank()) {
            sender(from);
            word(security);
        }
        if (digestHour != null && (digestHour < 0 || digestHour >= HOURS)) {
            throw new IllegalArgumentException("licet.mail.digest-hour is " + digestHour + "; use 0 to 23, in UTC");
        }
    }

    Optional<String> server() {
        return Optional.ofNullable(host).map(String::strip).filter(name -> !name.isEmpty());
    }

    boolean isReady() {
        return server().isPresent();
    }

    int serverPort() {
        return port == null ? SUBMISSION : port;
    }

    Optional<String> login() {
        return Optional.ofNullable(user).filter(name -> !name.isBlank());
    }

    String secret() {
        return password == null ? "" : password;
    }

    InternetAddress sender() {
        return sender(from);
    }

    Security connection() {
        return word(security);
    }

    int hour() {
        return digestHour == null ? MORNING : digestHour;
    }

    private static InternetAddress sender(@Nullable String given) {
        try {
            var address = new InternetAddress(given == null ? "" : given, true);
            address.validate();
            return address;
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "licet.mail.from is '" + given + "'; write a sender such as Licet <licet@example.com>", e);
        }
    }

    private static Security word(@Nullable String given) {
        try {
            return given == null ? Security.STARTTLS : Security.valueOf(given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("licet.mail.security is '" + given + "'; use starttls, tls or none", e);
        }
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + serverPort() + "]";
    }
}
