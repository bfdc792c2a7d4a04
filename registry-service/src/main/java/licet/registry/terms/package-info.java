/** Pages of publishers that licenses are bound to: they change without any repository changing. */
@NullMarked
package licet.registry.terms;

import org.jspecify.annotations.NullMarked;
