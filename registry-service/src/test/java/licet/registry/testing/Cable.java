package licet.registry.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Carries connections to a port of this machine until somebody pulls it out. */
public final class Cable implements AutoCloseable {
    private final int target;
    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean out;

    public Cable(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Ends what is under way; new connections end as soon as they are made. */
    public void pull() {
        out = true;
        open.forEach(Cable::end);
        open.clear();
    }

    public void plug() {
        out = false;
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                carry(listening.accept());
            }
        } catch (IOException closed) {
            pull();
        }
    }

    private void carry(Socket caller) throws IOException {
        if (out) {
            caller.close();
            return;
        }
        var called = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(caller);
        open.add(called);
        Thread.ofVirtual().start(() -> copy(caller, called));
        Thread.ofVirtual().start(() -> copy(called, caller));
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // The other side sees its connection end as well.
        }
    }

    private static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            // It is over either way.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        pull();
    }
}
