/** Reading the audit chain: lists, exports, and whether it is still what was written. */
@NullMarked
package licet.registry.audit;

import org.jspecify.annotations.NullMarked;
