package licet.web;

import licet.web.cli.CommandLines;

/** The one main class. */
public final class LicetCommand {
    private LicetCommand() {}

    public static void main(String[] arguments) {
        System.exit(CommandLines.execute(arguments));
    }
}
