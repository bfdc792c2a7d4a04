/** Models side by side for one deployment, and permitted models to take instead of one that is not. */
@NullMarked
package licet.registry.compare;

import org.jspecify.annotations.NullMarked;
