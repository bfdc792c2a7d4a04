package licet.ingest.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/** Turns images into links with their description, and headings into ones below those of the page around them. */
final class CardRewriter implements HtmlStreamEventReceiver {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final int DEMOTED_BY = 2;

    private final HtmlStreamEventReceiver underlying;
    private boolean inLink;

    CardRewriter(HtmlStreamEventReceiver underlying) {
        this.underlying = underlying;
    }

    @Override
    public void openDocument() {
        underlying.openDocument();
    }

    @Override
    public void closeDocument() {
        underlying.closeDocument();
    }

    @Override
    public void text(String text) {
        underlying.text(text);
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (element.equals("img")) {
            image(attribute("src", attributes), attribute("alt", attributes).strip());
            return;
        }
        inLink |= element.equals("a");
        underlying.openTag(demoted(element), attributes);
    }

    @Override
    public void closeTag(String element) {
        if (element.equals("img")) {
            return;
        }
        inLink &= !element.equals("a");
        underlying.closeTag(demoted(element));
    }

    /** Inside of a link its own target counts, and the picture is only a word. */
    private void image(String address, String description) {
        String shown = description.isEmpty() ? "image" : description;
        if (inLink || address.isEmpty()) {
            underlying.text(shown);
            return;
        }
        underlying.openTag("a", new ArrayList<>(List.of("href", address)));
        underlying.text(shown);
        underlying.closeTag("a");
    }

    /** Names and values alternate. */
    private static String attribute(String name, List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    private static String demoted(String element) {
        return HEADINGS.contains(element) ? "h" + Math.min(6, element.charAt(1) - '0' + DEMOTED_BY) : element;
    }
}
