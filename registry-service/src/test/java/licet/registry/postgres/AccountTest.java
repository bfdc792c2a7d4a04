package licet.registry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way for root on machines without user namespaces. */
class AccountTest {
    @Test
    void rootMayGiveUpItsRights(@TempDir Path parent) throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        var folder = DataFolder.open(parent.resolve("data"));
        assumeTrue(Account.runsAsRoot(folder), "only root can give up rights");
        var programs = PostgresPrograms.unpack(folder);
        var passwords = Passwords.of(folder);
        var account = Account.lesserUser(folder).orElseThrow();
        var cluster = new Cluster(folder, programs, account);
        cluster.prepare(passwords, Durability.DURABLE);
        var postmaster = Postmaster.start(cluster, new Leftover(folder, programs, account), Durability.DURABLE);
        var user = postmaster.process().info().user();
        postmaster.stop();
        assertThat(user).hasValueSatisfying(name -> assertThat(name).isNotEqualTo("root"));
        assertThat(postmaster.process().isAlive()).isFalse();
    }
}
