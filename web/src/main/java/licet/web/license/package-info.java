/** What each license and use policy says, how its versions differ, and what stands under it. */
@NullMarked
package licet.web.license;

import org.jspecify.annotations.NullMarked;
