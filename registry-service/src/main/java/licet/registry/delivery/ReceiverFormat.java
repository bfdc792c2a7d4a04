package licet.registry.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** How a receiver wants to be told. */
public enum ReceiverFormat implements ClosedChoice {
    /** Everything that happens, signed after Standard Webhooks. */
    STANDARD("standard"),
    /** Alerts in words, for an incoming webhook of Slack or what understands the same. */
    SLACK("slack"),
    /** Alerts in words on an Adaptive Card, for a workflow of Microsoft Teams. */
    TEAMS("teams");

    private final String word;

    ReceiverFormat(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    /** Whether people read it; whoever knows the address of a chat can write to it, so that it is kept as a secret. */
    public boolean isChat() {
        return this != STANDARD;
    }
}
