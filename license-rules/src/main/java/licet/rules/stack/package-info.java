/** What the slots of a stack can be for. */
@NullMarked
package licet.rules.stack;

import org.jspecify.annotations.NullMarked;
