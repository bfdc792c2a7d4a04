package licet.ingest.card;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.PolicyFactory;

/**
 * Renders the Markdown of a card. Cards are written by strangers and mix HTML into it: what remains is a short list of
 * elements without style or script. Nothing that a card names is loaded, so images become links with their description.
 */
public final class CardHtml {
    static final int MAX_LENGTH = 400_000;
    /** Deeper than any text for people, and shallow enough for a recursive renderer. */
    private static final int MAX_DEPTH = 100;

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser MARKDOWN = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(MAX_DEPTH)
            .build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).sanitizeUrls(true).build();

    private final PolicyFactory policy;

    /** @param address where the card stands, so that its relative links lead somewhere; without it they become text */
    public CardHtml(Optional<URI> address) {
        this.policy = CardPolicy.of(new CardLinks(address));
    }

    public RenderedCard render(String body) {
        boolean cut = body.length() > MAX_LENGTH;
        String shown = cut ? body.substring(0, lineEnd(body)) : body;
        Node document = MARKDOWN.parse(shown);
        String html = depth(document) > MAX_DEPTH ? plain(shown) : HTML.render(document);
        return new RenderedCard(policy.sanitize(html), cut);
    }

    /** A text that nests like a bomb is shown as it is written. */
    private static String plain(String text) {
        var block = new FencedCodeBlock();
        block.setLiteral(text);
        var document = new Document();
        document.appendChild(block);
        return HTML.render(document);
    }

    private static int lineEnd(String body) {
        int end = body.lastIndexOf('\n', MAX_LENGTH);
        return end > 0 ? end : MAX_LENGTH;
    }

    /** Walks without recursion, which is what a deep tree is made to break. */
    private static int depth(Node root) {
        int deepest = 0;
        int depth = 0;
        Node node = root;
        while (true) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                deepest = Math.max(deepest, ++depth);
            } else {
                while (node != root && node.getNext() == null) {
                    node = node.getParent();
                    depth--;
                }
                if (node == root) {
                    return deepest;
                }
                node = node.getNext();
            }
        }
    }
}
