package licet.registry.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.alert.AlertNews;
import licet.registry.alert.AlertTexts;
import licet.rules.format.CanonicalJson;

/**
 * An alert for an incoming webhook of Slack: blocks, and a text for where blocks are not shown. Everything that comes
 * from elsewhere is escaped, so that no name of a model becomes a link or calls a channel.
 */
final class SlackBody {
    /** Slack refuses longer texts of a section. */
    private static final int LONGEST = 2_900;

    private SlackBody() {}

    static String of(AlertNews news, Optional<String> link) {
        var title = "*" + escaped(news.title()) + "*";
        var lines = Stream.concat(Stream.of(news.about()).filter(about -> !about.isEmpty()), news.details().stream())
                .map(SlackBody::escaped)
                .collect(Collectors.joining("\n"));
        var open = link.map(to -> "\n<" + escaped(to) + "|" + AlertTexts.ENGLISH.get("news.open") + ">")
                .orElse("");
        var text = title + (lines.isEmpty() ? "" : "\n" + shortened(lines)) + open;
        return CanonicalJson.write(Map.of(
                "text",
                escaped(news.title()) + (news.about().isEmpty() ? "" : ": " + escaped(news.about())),
                "blocks",
                List.of(Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", text)))));
    }

    /** The three characters that Slack reads as its own; marks of emphasis change looks only. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }
}
