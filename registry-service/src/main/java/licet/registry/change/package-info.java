/** Facts as people change them: what a change would flip, then the new version, then who changed what and when. */
@NullMarked
package licet.registry.change;

import org.jspecify.annotations.NullMarked;
