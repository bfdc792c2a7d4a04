package licet.web.cli;

import java.io.PrintStream;

/** Where a command speaks to the person who typed it: results and progress apart from warnings. */
record Terminal(PrintStream out, PrintStream err) {
    static Terminal system() {
        return new Terminal(System.out, System.err);
    }

    void say(String key, Object... values) {
        line(Texts.get(key, values));
    }

    void line(String line) {
        out.println(line);
        out.flush();
    }

    void warn(String key, Object... values) {
        complain(Texts.get(key, values));
    }

    void complain(String line) {
        err.println("licet: " + line);
        err.flush();
    }
}
