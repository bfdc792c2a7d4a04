package licet.registry.delivery;

import java.util.List;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.problem.RegistryProblem;

/**
 * Who wants to be told.
 *
 * @param name 1 to 80 characters, one of a kind
 * @param address https, without a name or password in it
 * @param topics beginnings of topics, at most twenty; empty for all; a chat is told of alerts alone
 */
public record NewReceiver(String name, String address, List<String> topics, ReceiverFormat format) {
    /** What chats are told. */
    static final String ALERTS = "alert.";

    private static final int LONGEST_NAME = 80;
    private static final int MOST_TOPICS = 20;

    public NewReceiver {
        name = name.strip().replace('\0', '\uFFFD');
        address = address.strip();
        topics = topics.stream().map(String::strip).distinct().toList();
        if (format.isChat() && topics.isEmpty()) {
            topics = List.of(ALERTS);
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw malformed("/name", name, "write 1 to " + LONGEST_NAME + " characters");
        }
        if (topics.size() > MOST_TOPICS || !topics.stream().allMatch(topic -> topic.matches("[a-z][a-z0-9.-]{0,79}"))) {
            throw malformed(
                    "/topics", String.join(" ", topics), "give at most 20 beginnings such as approval. or alert.");
        }
        if (format.isChat()) {
            requireAlerts(topics);
        }
    }

    /** One that is told of everything in the standard format. */
    NewReceiver(String name, String address, List<String> topics) {
        this(name, address, topics, ReceiverFormat.STANDARD);
    }

    private static void requireAlerts(List<String> topics) {
        if (!topics.stream().allMatch(topic -> topic.startsWith(ALERTS))) {
            throw malformed("/topics", String.join(" ", topics), "a chat is told of alerts: begin each with alert.");
        }
    }

    public static ReceiverFormat format(String word) {
        return ClosedChoice.find(ReceiverFormat.class, word)
                .orElseThrow(() -> malformed("/format", word, "use standard, slack or teams"));
    }

    static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
