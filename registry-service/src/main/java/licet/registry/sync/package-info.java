/** Runs that bring what is watched up to date. */
@NullMarked
package licet.registry.sync;

import org.jspecify.annotations.NullMarked;
