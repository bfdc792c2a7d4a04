/** The audit log for people, and whether it is still what was written. */
@NullMarked
package licet.web.audit;

import org.jspecify.annotations.NullMarked;
