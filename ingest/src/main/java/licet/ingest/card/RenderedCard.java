package licet.ingest.card;

/**
 * A card's body as HTML that may stand in a page of ours.
 *
 * @param cut the body was too long, and the rest of it is not shown
 */
public record RenderedCard(String html, boolean cut) {}
