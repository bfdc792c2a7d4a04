package licet.registry.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The loopback port of this data folder: kept from start to start, replaced when someone else took it. */
record Port(Path file) {
    static final String HOST = "127.0.0.1";
    private static final int ANY = 0;

    Optional<Integer> find() {
        try {
            return Optional.of(Integer.valueOf(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    int choose() {
        return find().filter(Port::isFree).orElseGet(this::chooseAnother);
    }

    int chooseAnother() {
        try (var socket = open(ANY)) {
            Files.writeString(file, socket.getLocalPort() + "\n");
            return socket.getLocalPort();
        } catch (IOException problem) {
            throw new DatabaseProblem.StartFailed("no free port on " + HOST + " (" + problem.getMessage() + ")");
        }
    }

    private static boolean isFree(int port) {
        try (var socket = open(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket open(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }
}
