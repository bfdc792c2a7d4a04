package licet.registry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The generated passwords of the three roles, each in a file that only this user can read. */
record Passwords(Path folder) {
    private static final int BYTES = 24;

    static Passwords of(DataFolder folder) {
        var passwords = new Passwords(folder.postgres());
        passwords.admin();
        return passwords;
    }

    Path adminFile() {
        return folder.resolve("password");
    }

    String admin() {
        return read("password");
    }

    String owner() {
        return read("password-owner");
    }

    String app() {
        return read("password-app");
    }

    private String read(String name) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return Files.readString(file).strip();
        } catch (IOException problem) {
            throw new DatabaseProblem.FolderUnusable(file, String.valueOf(problem.getMessage()));
        }
    }

    /** Moved into place, so that a password file is never half written. */
    private void write(Path file) throws IOException {
        var draft = Files.createTempFile(
                folder,
                "password",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, generate() + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String generate() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
