/** What changed between two looks at a model, computed from the two alone. */
@NullMarked
package licet.registry.drift;

import org.jspecify.annotations.NullMarked;
