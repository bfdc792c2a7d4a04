package licet.registry.delivery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import licet.registry.alert.AlertNews;
import licet.registry.alert.AlertTexts;
import licet.registry.platform.http.PublicAddress;
import licet.rules.format.CanonicalJson;

/** What a message looks like in the format of its receiver. */
@Singleton
final class Bodies {
    private final PublicAddress address;

    Bodies(PublicAddress address) {
        this.address = address;
    }

    String of(ReceiverFormat format, Message message) {
        return switch (format) {
            case STANDARD -> standard(message);
            case SLACK -> SlackBody.of(news(message), link(message));
            case TEAMS -> TeamsBody.of(news(message), link(message));
        };
    }

    private static String standard(Message message) {
        return "{\"data\":" + message.payload() + ",\"timestamp\":"
                + CanonicalJson.write(message.happenedAt().toString()) + ",\"type\":"
                + CanonicalJson.write(message.topic()) + "}";
    }

    /** What alerts put into the outbox. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Alert(String kind, Map<String, String> facts) {
        Alert {
            facts = Map.copyOf(facts);
        }
    }

    /** A chat belongs to nobody in particular, so it is written in the language of everybody. */
    private static AlertNews news(Message message) {
        if (message.topic().equals(Receivers.TEST)) {
            return AlertNews.test(AlertTexts.ENGLISH);
        }
        var alert = CanonicalJson.read(message.payload(), Alert.class);
        return AlertNews.of(alert.kind(), message.objectKind(), message.objectId(), alert.facts(), AlertTexts.ENGLISH);
    }

    /** Absent as long as the installation does not know its own address. */
    private Optional<String> link(Message message) {
        return Optional.of(address.link(news(message).path())).filter(whole -> !whole.startsWith("/"));
    }
}
