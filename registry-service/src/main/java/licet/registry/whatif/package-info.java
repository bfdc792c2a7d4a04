/** Facts that are supposed and not saved: open questions, what answers they take, and the facts with those answers. */
@NullMarked
package licet.registry.whatif;

import org.jspecify.annotations.NullMarked;
