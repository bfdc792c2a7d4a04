package licet.registry.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where keys come from, and which of several signs. */
class SigningKeyTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2027-01-15T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private static SigningKey parse(String pem) {
        return SigningKey.parse("licet.attestation.keys.x", pem, Instant.EPOCH, Optional.empty());
    }

    @RepeatedTest(20)
    void aPublicHalfIsFoundForEveryKey() {
        var pair = PemKeys.pair("secp256r1");
        assertThat(parse(PemKeys.pem(pair)).open()).isEqualTo(pair.getPublic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n*\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefusedWithTheWayToMakeOne(String text) {
        assertThatThrownBy(() -> parse(text))
                .hasMessageContaining("licet.attestation.keys.x")
                .hasMessageContaining("openssl genpkey");
    }

    @Test
    void anotherCurveIsRefusedAndTheKeyIsNeverSaid() {
        var pem = PemKeys.pem(PemKeys.pair("secp384r1"));
        assertThatThrownBy(() -> parse(pem)).hasMessageContaining("P-256");
        var key = parse(PemKeys.pem());
        assertThat(key.toString()).isEqualTo("SigningKey[" + key.id() + "]");
        assertThat(key.published().isPrivate()).isFalse();
    }

    @Test
    void withoutConfigurationTheDataFolderHasOneForItsOwnerAlone() throws IOException {
        var first = new FirstKey(folder.resolve("data").toString());
        var keys = new AttestationKeys(List.of(), first, NOON);
        var again = new AttestationKeys(
                List.of(), new FirstKey(folder.resolve("data").toString()), NOON);
        assertThat(again.get().id()).isEqualTo(keys.get().id());
        var file = folder.resolve("data").resolve(FirstKey.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var all = Files.list(folder.resolve("data"))) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void withoutAnyKeyThereIsAProblemThatSaysHow() {
        var none = new AttestationKeys(List.of(), new FirstKey(""), NOON);
        assertThat(none.list()).isEmpty();
        assertThatThrownBy(none::get)
                .isInstanceOf(ProblemException.class)
                .hasStackTraceContaining("openssl genpkey")
                .hasStackTraceContaining("LICET_ATTESTATION_KEYS_FIRST_FILE");
    }

    private KeySetting setting(String name, @Nullable String from, @Nullable String notAfter) throws IOException {
        var file = Files.writeString(folder.resolve(name), PemKeys.pem());
        return new KeySetting(name, null, file.toString(), from, notAfter);
    }

    private static String signing(List<KeySetting> settings) {
        var keys = new AttestationKeys(settings, new FirstKey(""), NOON);
        var id = keys.get().id();
        return settings.stream()
                .filter(one -> new AttestationKeys(
                                List.of(new KeySetting(one.name(), one.pem(), one.file(), null, null)),
                                new FirstKey(""),
                                NOON)
                        .find(id)
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** One case a line: from and end of the key a, those of the key b, and which signs in the middle of January. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-, -, 2027-02-01, -, a",
                "-, -, 2027-01-15, -, b",
                "-, 2027-02-01, 2027-01-14, -, b",
                "-, -, 2027-01-15T12:00:00Z, -, b",
                "-, -, 2027-01-15T12:00:01Z, -, a",
                "-, 2027-01-15T12:00:01Z, -, 2027-01-15T12:00:00Z, a",
                "2027-01-01, -, 2026-01-01, -, a",
            })
    void ofTwoKeysTheOneThatBeganLastSigns(String line) throws IOException {
        var words = java.util.Arrays.stream(line.split(", "))
                .map(word -> word.equals("-") ? "" : word)
                .toList();
        var settings = List.of(setting("a", words.get(0), words.get(1)), setting("b", words.get(2), words.get(3)));
        assertThat(signing(settings)).isEqualTo(words.get(4));
        assertThat(new AttestationKeys(settings, new FirstKey(""), NOON).list())
                .as("both are published")
                .hasSize(2);
    }

    @Test
    void whatCannotBeReadIsNamedByItsSetting() throws IOException {
        var nowhere = new KeySetting("gone", null, folder.resolve("gone").toString(), null, null);
        var empty = new KeySetting("empty", null, null, null, null);
        var wrong = setting("wrong", "tomorrow", null);
        for (var one : List.of(nowhere, empty, wrong)) {
            assertThatThrownBy(() -> new AttestationKeys(List.of(one), new FirstKey(""), NOON))
                    .hasMessageContaining("licet.attestation.keys." + one.name());
        }
    }

    /** Names of the environment can be read in many ways, of which one is meant. */
    @Test
    void keysCanBeNamedInTheEnvironmentAlone() {
        var given = PropertySource.of(
                "environment",
                Map.of(
                        "LICET_ATTESTATION_KEYS_A2027_FILE", "/etc/licet/2027.pem",
                        "LICET_ATTESTATION_KEYS_A2027_FROM", "2027-01-01",
                        "LICET_ATTESTATION_KEYS_A2027_NOT_AFTER", "2027-02-01"),
                PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE);
        try (var context = ApplicationContext.builder().propertySources(given).build()) {
            var environment = context.getEnvironment().start();
            assertThat(environment.getPropertyEntries("licet.attestation.keys")).containsExactly("a2027");
            assertThat(environment.getProperty("licet.attestation.keys.a2027.not-after", String.class))
                    .hasValue("2027-02-01");
        }
    }
}
