/** Releases of families: what repositories show, what people enter with a source, and what articles say beside it. */
@NullMarked
package licet.registry.release;

import org.jspecify.annotations.NullMarked;
