package licet.web.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was started, stopped in reverse order. Ctrl-C may come while something is being started: stopping waits until
 * that is done, so that no process is left behind, and refuses what would come after.
 */
final class Closers implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    synchronized <T extends AutoCloseable> T open(Opening<T> opening) throws IOException {
        if (closed) {
            throw new Complaint(ExitCode.FAILED, "stopped-meanwhile");
        }
        var opened = opening.open();
        open.push(opened);
        return opened;
    }

    synchronized boolean isEmpty() {
        return open.isEmpty();
    }

    @FunctionalInterface
    interface Opening<T extends AutoCloseable> {
        T open() throws IOException;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!open.isEmpty()) {
            closeOne(open.pop());
        }
    }

    private static void closeOne(AutoCloseable opened) {
        try {
            opened.close();
        } catch (Exception problem) {
            Terminal.system().warn("not-stopped", String.valueOf(problem.getMessage()));
        }
    }
}
