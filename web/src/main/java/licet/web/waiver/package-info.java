/** Pages of waivers: which there are, one with its steps, and the form for a new one. */
@NullMarked
package licet.web.waiver;

import org.jspecify.annotations.NullMarked;
