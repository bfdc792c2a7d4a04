package licet.ingest.card;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licet.ingest.hub.RepoId;

/** Any bytes are some card: it is read, its hints are found, and it is rendered without anything that runs. */
public final class CardFuzz {
    private static final CardHtml HTML = new CardHtml(Optional.empty());
    private static final RepoId MODEL = RepoId.parse("acme/chat-7b");
    private static final List<String> FORBIDDEN = List.of("<script", "<img", "<iframe", "<style", "<svg", "<form");

    private CardFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        ModelCard card = CardReader.read(input);
        CardHints.list(MODEL, card);
        String html = HTML.render(card.body()).html().toLowerCase(Locale.ROOT);
        if (FORBIDDEN.stream().anyMatch(html::contains)) {
            throw new AssertionError("the rendered card holds more than text: " + html);
        }
    }
}
