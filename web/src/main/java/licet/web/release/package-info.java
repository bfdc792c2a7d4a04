/** The timeline of each family, with what is said of it beside what is on record. */
@NullMarked
package licet.web.release;

import org.jspecify.annotations.NullMarked;
