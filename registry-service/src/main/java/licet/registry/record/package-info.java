/** Decisions of record: verdicts that are kept with everything they were made from, and computed again. */
@NullMarked
package licet.registry.record;

import org.jspecify.annotations.NullMarked;
