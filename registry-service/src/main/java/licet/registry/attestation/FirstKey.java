package licet.registry.attestation;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key of an installation that configures none: made when it is first needed, in the data folder, for its owner alone. */
@Singleton
class FirstKey {
    static final String FILE = "attestation-key.pem";

    private final Optional<Path> folder;

    FirstKey(@Value("${licet.data:}") @Nullable String data) {
        this.folder = Optional.ofNullable(data).filter(text -> !text.isBlank()).map(Path::of);
    }

    /** Its text; empty where there is no data folder. */
    Optional<String> find() {
        return folder.map(existing -> {
            try {
                return read(existing);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        });
    }

    private static String read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            // A temporary file is its owner's alone from the start, and appears under its name as a whole.
            var begun = Files.createTempFile(folder, FILE, ".new");
            Files.writeString(begun, PemText.write("PRIVATE KEY", make()));
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    private static byte[] make() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has the curve P-256", impossible);
        }
    }
}
