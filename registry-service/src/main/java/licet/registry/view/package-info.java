/** Lists of models that people keep under a name of their own. */
@NullMarked
package licet.registry.view;

import org.jspecify.annotations.NullMarked;
