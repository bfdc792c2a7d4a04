package licet.web.people;

import java.time.Instant;

/** A one-time link, this once. @param address whole, to be handed over */
public record LinkView(String login, String address, Instant expiresAt) {
    @Override
    public String toString() {
        return "LinkView[" + login + "]";
    }
}
