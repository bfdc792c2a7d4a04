/** Reads model cards: the front matter as the Hub's own tools read it, and what the prose says about a model's origin. */
@NullMarked
package licet.ingest.card;

import org.jspecify.annotations.NullMarked;
