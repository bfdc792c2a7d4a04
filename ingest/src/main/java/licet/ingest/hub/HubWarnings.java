package licet.ingest.hub;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/** Shows what the Hub warns of, once for each topic. */
final class HubWarnings {
    private static final int MOST_TOPICS = 100;
    private static final int LONGEST = 500;

    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private final HubListener listener;

    HubWarnings(HubListener listener) {
        this.listener = listener;
    }

    /** Each value is {@code topic; message}; without a semicolon the whole is a message without topic. */
    void read(List<String> values) {
        for (String value : values) {
            int semicolon = value.indexOf(';');
            String topic = semicolon < 0 ? "" : clean(value.substring(0, semicolon));
            String message = clean(value.substring(semicolon + 1));
            if (!message.isEmpty() && shown.size() < MOST_TOPICS && shown.add(topic)) {
                // Not a constant: most clients are never warned, and setting up the logging takes longer than a
                // request.
                LoggerFactory.getLogger(HubWarnings.class)
                        .warn("the Hub warns{}: {}", topic.isEmpty() ? "" : " (" + topic + ")", message);
                listener.warned(topic, message);
            }
        }
    }

    private static String clean(String text) {
        String hidden = Secrets.hide(text).replaceAll("\\s+", " ").strip();
        return hidden.length() <= LONGEST ? hidden : hidden.substring(0, LONGEST) + "…";
    }
}
