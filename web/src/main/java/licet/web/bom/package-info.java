/** Bills of materials for people to take along. */
@NullMarked
package licet.web.bom;

import org.jspecify.annotations.NullMarked;
