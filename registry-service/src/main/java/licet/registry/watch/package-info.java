/** What is kept current, and how closely. */
@NullMarked
package licet.registry.watch;

import org.jspecify.annotations.NullMarked;
