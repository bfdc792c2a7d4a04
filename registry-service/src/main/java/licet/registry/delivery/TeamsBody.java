package licet.registry.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.alert.AlertNews;
import licet.registry.alert.AlertTexts;
import licet.rules.format.CanonicalJson;

/**
 * An alert for a workflow of Microsoft Teams: a message with an Adaptive Card 1.4. Texts are runs of rich text, which no
 * reader takes for Markdown.
 */
final class TeamsBody {
    private static final int LONGEST = 4_000;

    private TeamsBody() {}

    static String of(AlertNews news, Optional<String> link) {
        var body = new ArrayList<Map<String, Object>>();
        body.add(line(news.title(), true));
        if (!news.about().isEmpty()) {
            body.add(line(news.about(), false));
        }
        news.details().forEach(detail -> body.add(line(detail, false)));
        var card = new LinkedHashMap<String, Object>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("fallbackText", news.title());
        card.put("body", body);
        link.ifPresent(to -> card.put(
                "actions",
                List.of(Map.of("type", "Action.OpenUrl", "title", AlertTexts.ENGLISH.get("news.open"), "url", to))));
        return CanonicalJson.write(Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
    }

    private static Map<String, Object> line(String text, boolean strong) {
        var run = new LinkedHashMap<String, Object>();
        run.put("type", "TextRun");
        run.put("text", text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026");
        if (strong) {
            run.put("weight", "Bolder");
            run.put("size", "Medium");
        }
        return Map.of("type", "RichTextBlock", "inlines", List.of(run));
    }
}
