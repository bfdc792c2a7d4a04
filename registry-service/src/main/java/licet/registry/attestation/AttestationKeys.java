package licet.registry.attestation;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/**
 * The keys of this installation. All are published; of those whose time it is the one that began last signs, so that a new
 * key is known everywhere before it signs, and the one before still verifies what it signed.
 */
@Singleton
class AttestationKeys {
    private static final String PREFIX = "licet.attestation.keys.";

    private final List<SigningKey> keys;
    private final Clock clock;

    AttestationKeys(List<KeySetting> settings, FirstKey first, Clock clock) {
        var configured = settings.stream().map(AttestationKeys::key).toList();
        this.keys = (configured.isEmpty() ? first(first) : configured)
                .stream()
                        .sorted(Comparator.comparing(SigningKey::from)
                                .reversed()
                                .thenComparing(SigningKey::id))
                        .toList();
        this.clock = clock;
    }

    private static List<SigningKey> first(FirstKey first) {
        return first.find().map(text -> SigningKey.parse(FirstKey.FILE, text, Instant.EPOCH, Optional.empty())).stream()
                .toList();
    }

    private static SigningKey key(KeySetting setting) {
        String name = PREFIX + setting.name();
        return SigningKey.parse(
                name,
                text(name, setting),
                moment(name + ".from", setting.from()).orElse(Instant.EPOCH),
                moment(name + ".not-after", setting.notAfter()));
    }

    private static String text(String name, KeySetting setting) {
        var given = setting.pem();
        if (given != null) {
            return given;
        }
        var file = setting.file();
        if (file == null) {
            throw new IllegalArgumentException(name + " has neither file nor pem");
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException problem) {
            throw new IllegalArgumentException(name + ".file cannot be read: " + file, problem);
        }
    }

    private static Optional<Instant> moment(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    name + " is neither a day such as 2027-01-31 nor a moment such as 2027-01-31T12:00:00Z", wrong);
        }
    }

    /** The one that began last first. */
    List<SigningKey> list() {
        return keys;
    }

    Optional<SigningKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** The one that signs now. */
    SigningKey get() {
        var now = clock.instant();
        return keys.stream()
                .filter(key -> key.signsAt(now))
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.Forbidden("a key that signs at this time: " + PemText.HOW
                                + " and name the file in LICET_ATTESTATION_KEYS_FIRST_FILE")
                        .asException());
    }
}
