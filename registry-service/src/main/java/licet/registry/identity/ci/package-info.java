/** Identity tokens of CI systems, which come with every job and need no secret of ours. */
@NullMarked
package licet.registry.identity.ci;

import org.jspecify.annotations.NullMarked;
