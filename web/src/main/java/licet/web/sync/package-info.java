/** What is kept current, how far a run is, and what earlier runs did. */
@NullMarked
package licet.web.sync;

import org.jspecify.annotations.NullMarked;
