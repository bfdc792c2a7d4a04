package licet.web.cli;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import licet.registry.postgres.Login;

/** The URL of a database that someone else runs. Complaints never show it, because it carries a password. */
final class ExternalUrl {
    private static final String START = "jdbc:postgresql://";

    private ExternalUrl() {}

    static Login parse(String setting, String url) {
        if (!url.startsWith(START)) {
            throw new Complaint(ExitCode.USAGE, "database-url", setting);
        }
        var parts = url.split("\\?", 2);
        var credentials = new LinkedHashMap<String, String>();
        var others = new ArrayList<String>();
        for (var parameter : (parts.length == 1 ? "" : parts[1]).split("&")) {
            sort(parameter, credentials, others);
        }
        var address = others.isEmpty() ? parts[0] : parts[0] + "?" + String.join("&", others);
        return new Login(address, require(setting, credentials, "user"), credentials.getOrDefault("password", ""));
    }

    private static void sort(String parameter, Map<String, String> credentials, ArrayList<String> others) {
        var pair = parameter.split("=", 2);
        if (pair.length == 2 && (pair[0].equals("user") || pair[0].equals("password"))) {
            credentials.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        } else if (!parameter.isEmpty()) {
            others.add(parameter);
        }
    }

    private static String require(String setting, Map<String, String> credentials, String name) {
        var value = credentials.get(name);
        if (value == null) {
            throw new Complaint(ExitCode.USAGE, "database-url", setting);
        }
        return value;
    }
}
