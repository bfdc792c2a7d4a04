package licet.registry.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The running PostgreSQL, in a session of its own: Ctrl-C in the terminal reaches Licet only, which stops it. */
record Postmaster(Process process, int port, Leftover place) {
    /** Recovery after a crash reads the whole log written since the last checkpoint. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final int STATUS_LINE = 7;
    private static final int ATTEMPTS = 3;
    private static final long LOG_LIMIT = 8L << 20;

    static Postmaster start(Cluster cluster, Leftover place, Durability durability) {
        var port = new Port(cluster.folder().port());
        var chosen = port.choose();
        for (var attempt = 1; ; attempt++) {
            try {
                return startOn(chosen, cluster, place, durability);
            } catch (PortTaken taken) {
                if (attempt == ATTEMPTS) {
                    throw new DatabaseProblem.StartFailed("port " + chosen + " was taken meanwhile");
                }
                chosen = port.chooseAnother();
            }
        }
    }

    private static Postmaster startOn(int port, Cluster cluster, Leftover place, Durability durability)
            throws PortTaken {
        var log = cluster.folder().log();
        try {
            var logStart = startLog(log);
            var process = Program.start(command(port, cluster, durability), log);
            var up = Await.until(START_LIMIT, () -> !process.isAlive() || isReady(process, cluster.folder()));
            if (up && process.isAlive()) {
                return new Postmaster(process, port, place);
            }
            process.destroyForcibly();
            throw failure(tail(log, logStart));
        } catch (IOException problem) {
            throw new DatabaseProblem.StartFailed(String.valueOf(problem.getMessage()));
        }
    }

    private static PortTaken failure(List<String> log) throws PortTaken {
        if (log.stream().anyMatch(line -> line.contains("could not create any TCP/IP sockets"))) {
            return new PortTaken();
        }
        throw new DatabaseProblem.StartFailed(log.stream()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                .findFirst()
                .or(() -> log.reversed().stream().findFirst())
                .orElse("it said nothing"));
    }

    private static List<String> command(int port, Cluster cluster, Durability durability) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(cluster.account()
                .command(
                        cluster.programs().postgres().toString(),
                        "-D",
                        cluster.folder().cluster().toString()));
        // No socket: its path may not be longer than 107 bytes, and nobody needs it.
        var settings = new ArrayList<>(List.of(
                "listen_addresses=" + Port.HOST,
                "port=" + port,
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                "logging_collector=off",
                "log_timezone=UTC",
                "timezone=UTC"));
        settings.addAll(durability.settings());
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private static boolean isReady(Process process, DataFolder folder) {
        try (var lines = Files.lines(folder.cluster().resolve("postmaster.pid"))) {
            var state = lines.map(String::strip).toList();
            return state.size() > STATUS_LINE
                    && state.getFirst().equals(Long.toString(process.pid()))
                    && state.get(STATUS_LINE).equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Starts a fresh log when the old one grew large; returns where this run's lines begin. */
    private static long startLog(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.delete(log);
        }
        return Files.exists(log) ? Files.size(log) : 0;
    }

    private static List<String> tail(Path log, long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[(int) Math.min(file.length() - from, 1 << 16)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }

    void stop() {
        place.stop();
        if (!Await.until(STOP_LIMIT, () -> !process.isAlive())) {
            process.destroyForcibly();
        }
    }

    private static final class PortTaken extends Exception {
        private static final long serialVersionUID = 1;
    }
}
