/** What Licet knows of each license and use policy, in words, with what stands under it. */
@NullMarked
package licet.registry.license;

import org.jspecify.annotations.NullMarked;
