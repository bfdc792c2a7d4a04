/** Decisions of record, and what computing them again gives. */
@NullMarked
package licet.web.record;

import org.jspecify.annotations.NullMarked;
