package licet.registry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A PostgreSQL that outlived its Licet, because only the Java process was killed. Whoever holds the lock of the data
 * folder may stop what still works in it; what does not work in it is never touched, whatever its process id says.
 */
record Leftover(DataFolder folder, PostgresPrograms programs, Account account) {
    private static final Duration FAST = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);
    private static final Duration KILLED = Duration.ofSeconds(5);
    /** Children of a killed postmaster notice and leave by themselves, unless they compute. */
    private static final Duration LEAVING = Duration.ofSeconds(3);

    /** Returns whether there was one. */
    boolean stop() {
        var postmaster = recordedPid().flatMap(ProcessHandle::of).filter(this::isOurs);
        postmaster.ifPresent(this::stopPostmaster);
        var children = !workingInside().isEmpty();
        if (children) {
            stopChildren();
        }
        dropStaleRecord();
        return postmaster.isPresent() || children;
    }

    private void stopPostmaster(ProcessHandle postmaster) {
        var stopped = pgCtlStop("fast", FAST) || pgCtlStop("immediate", IMMEDIATE);
        if (!stopped || !Await.until(KILLED, () -> !isOurs(postmaster))) {
            postmaster.destroyForcibly();
            requireGone(() -> !isOurs(postmaster), postmaster.pid());
        }
    }

    private boolean pgCtlStop(String mode, Duration limit) {
        var command = account.command(
                programs.pgCtl().toString(),
                "stop",
                "--pgdata=" + folder.cluster(),
                "--mode=" + mode,
                "--wait",
                "--timeout=" + limit.toSeconds());
        return Program.run(command, folder.run(), limit.plusSeconds(5)).succeeded();
    }

    private void stopChildren() {
        if (!Await.until(LEAVING, () -> workingInside().isEmpty())) {
            workingInside().forEach(ProcessHandle::destroyForcibly);
            requireGone(() -> workingInside().isEmpty(), -1);
        }
    }

    private void requireGone(BooleanSupplier gone, long pid) {
        if (!Await.until(KILLED, gone)) {
            throw new DatabaseProblem.StartFailed("an earlier PostgreSQL (process " + pid + ") still works in "
                    + folder.cluster() + " and does not end: end it and start again.");
        }
    }

    /**
     * A recorded process that lives but is not ours got the number of a dead postmaster, or is that postmaster waiting
     * for its parent to notice its death. PostgreSQL would refuse to start because of it.
     */
    private void dropStaleRecord() {
        if (recordedPid().flatMap(ProcessHandle::of).isPresent() && canLookInside()) {
            try {
                Files.deleteIfExists(record());
            } catch (IOException problem) {
                throw new DatabaseProblem.FolderUnusable(record(), String.valueOf(problem.getMessage()));
            }
        }
    }

    private Optional<Long> recordedPid() {
        try (var lines = Files.lines(record())) {
            return lines.findFirst().map(line -> Long.valueOf(line.strip()));
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    private Path record() {
        return folder.cluster().resolve("postmaster.pid");
    }

    private List<ProcessHandle> workingInside() {
        if (!canLookInside()) {
            return List.of();
        }
        try (var all = ProcessHandle.allProcesses()) {
            return all.filter(this::worksInside).toList();
        }
    }

    private static boolean canLookInside() {
        return Files.isSymbolicLink(Path.of("/proc/self/cwd"));
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder.cluster().toString()))
                        .isPresent()
                || worksInside(process);
    }

    /** Every process of a cluster has the cluster as its working folder. */
    private boolean worksInside(ProcessHandle process) {
        try {
            var inside = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
            return inside.equals(folder.cluster());
        } catch (IOException | UnsupportedOperationException notVisible) {
            return false;
        }
    }
}
