/** Models side by side, and permitted ones to take instead. */
@NullMarked
package licet.web.compare;

import org.jspecify.annotations.NullMarked;
