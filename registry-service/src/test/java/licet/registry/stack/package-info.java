@NullMarked
package licet.registry.stack;

import org.jspecify.annotations.NullMarked;
