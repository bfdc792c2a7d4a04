/** The models that product lines run, one in each slot, and the reviews that renew, replace or retire them. */
@NullMarked
package licet.registry.stack;

import org.jspecify.annotations.NullMarked;
