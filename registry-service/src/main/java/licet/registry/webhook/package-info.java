/** Messages that the Hub sends when a repository changes. */
@NullMarked
package licet.registry.webhook;

import org.jspecify.annotations.NullMarked;
