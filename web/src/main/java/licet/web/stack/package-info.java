/** Pages of stacks, their reviews and the renewal rate. */
@NullMarked
package licet.web.stack;

import org.jspecify.annotations.NullMarked;
