package licet.tests.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that looks like a JDK; its java says which one was run. */
record FakeJdk(Path home) {
    static FakeJdk create(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/java"));
        program(home.resolve("bin/javac"));
        return new FakeJdk(home);
    }

    private static void program(Path file) throws IOException {
        Files.writeString(file, "#!/bin/sh\necho \"ran $0\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
