/** What one text version of a family says otherwise than another one. */
@NullMarked
package licet.rules.license.difference;

import org.jspecify.annotations.NullMarked;
