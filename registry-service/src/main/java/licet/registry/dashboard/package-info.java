/** The state of everything in numbers, and what of it waits for the one who looks. */
@NullMarked
package licet.registry.dashboard;

import org.jspecify.annotations.NullMarked;
