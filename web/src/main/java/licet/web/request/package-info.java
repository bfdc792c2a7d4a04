/** How people ask for approval, decide, and look at what was decided. */
@NullMarked
package licet.web.request;

import org.jspecify.annotations.NullMarked;
