package licet.registry.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked from the library jar into the data folder once for each of its versions. */
record PostgresPrograms(Path home) {
    private static final int OWNER_MAY_EXECUTE = 0100;

    Path initdb() {
        return home.resolve("bin/initdb");
    }

    Path postgres() {
        return home.resolve("bin/postgres");
    }

    Path pgCtl() {
        return home.resolve("bin/pg_ctl");
    }

    static PostgresPrograms unpack(DataFolder folder) {
        var archive = archive();
        try {
            var home = folder.programs().resolve(key(archive));
            if (!Files.isDirectory(home)) {
                unpackInto(archive, home);
            }
            return new PostgresPrograms(home);
        } catch (IOException problem) {
            throw new DatabaseProblem.StartFailed(
                    "its programs could not be unpacked into " + folder.programs() + " (" + problem.getMessage() + ")");
        }
    }

    private static URL archive() {
        return Stream.of("postgres-" + system() + ".txz", "postgres-" + system() + "-alpine_linux.txz")
                .map(PostgresPrograms.class.getClassLoader()::getResource)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new DatabaseProblem.StartFailed("this build carries no PostgreSQL for " + system()
                        + ": build it on this kind of machine, or set LICET_DATABASE_URL."));
    }

    private static String system() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch");
        return os + "-" + (List.of("aarch64", "arm64").contains(processor) ? "arm_64" : "x86_64");
    }

    /** The checksum that the jar keeps of the archive: reading the whole archive at each start would cost more. */
    private static String key(URL archive) throws IOException {
        var connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return "%08x-%d"
                    .formatted(jar.getJarEntry().getCrc(), jar.getJarEntry().getSize());
        }
        return "%x-%d".formatted(connection.getLastModified(), connection.getContentLengthLong());
    }

    /** Beside the target and moved when whole, so that an interrupted start leaves nothing that looks complete. */
    private static void unpackInto(URL archive, Path home) throws IOException {
        var parent = Objects.requireNonNull(home.getParent());
        Files.createDirectories(parent);
        var draft = home.resolveSibling(home.getFileName() + ".unpacking");
        delete(draft);
        Files.createDirectory(draft);
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, draft);
            }
        }
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path draft) throws IOException {
        var target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft)) {
            throw new IOException("the archive names a path outside itself: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (!entry.isDirectory()) {
            Files.copy(tar, target);
            var executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
