/** Bills of materials: read from elsewhere, and written for others. */
@NullMarked
package licet.registry.bom;

import org.jspecify.annotations.NullMarked;
