package licet.web.cli;

import java.time.Duration;
import java.util.function.Supplier;

/** How far something is: one line that is written over on a terminal, a line now and then in a file. */
final class ProgressLine {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);
    private static final int WIDTH = 79;
    private static final String CLEAR = "\r\u001B[K";

    private final Terminal terminal;
    private final boolean live;
    private long last = System.nanoTime();
    private boolean open;

    ProgressLine(Terminal terminal, boolean live) {
        this.terminal = terminal;
        this.live = live;
    }

    static ProgressLine of(Terminal terminal) {
        var console = System.console();
        return new ProgressLine(terminal, console != null && console.isTerminal());
    }

    /** Asked for the line only when it is time for one. */
    void show(Supplier<String> line) {
        long now = System.nanoTime();
        if (now - last >= (live ? ON_TERMINAL : ELSEWHERE).toNanos()) {
            last = now;
            write(line.get().replaceAll("\\p{Cntrl}", "?"));
        }
    }

    private void write(String line) {
        if (live) {
            terminal.out().print(CLEAR + (line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…"));
            terminal.out().flush();
            open = true;
        } else {
            terminal.line(line);
        }
    }

    /** Takes the line away, so that a result can stand there. */
    void clear() {
        if (open) {
            terminal.out().print(CLEAR);
            terminal.out().flush();
            open = false;
        }
    }
}
