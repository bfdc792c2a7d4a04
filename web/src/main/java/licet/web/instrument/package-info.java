/** What lifts findings: agreements, acceptances and legal positions, by the month in which they end. */
@NullMarked
package licet.web.instrument;

import org.jspecify.annotations.NullMarked;
