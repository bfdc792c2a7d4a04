package licet.web.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;

/** Where the server will listen; known before it does, so that a taken port is told before anything is started. */
record ServerAddress(String host, int port) {
    private static final int HIGHEST = 65_535;

    static ServerAddress require(int port) {
        if (port < 0 || port > HIGHEST) {
            throw new Complaint(ExitCode.USAGE, "port-range", Integer.toString(port));
        }
        var host = Optional.ofNullable(System.getenv("LICET_HOST")).orElse("127.0.0.1");
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return new ServerAddress(host, socket.getLocalPort());
        } catch (IOException taken) {
            throw new Complaint(
                    ExitCode.PORT_IN_USE,
                    "port-in-use",
                    Integer.toString(port),
                    host,
                    String.valueOf(taken.getMessage()));
        }
    }

    /** As a browser on this machine reaches it. */
    URI uri() {
        return URI.create("http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port);
    }
}
