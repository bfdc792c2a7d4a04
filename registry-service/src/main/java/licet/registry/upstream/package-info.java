/** Tells people what happened to models without their doing: upstream, to the answers about them, and to reading them. */
@NullMarked
package licet.registry.upstream;

import org.jspecify.annotations.NullMarked;
