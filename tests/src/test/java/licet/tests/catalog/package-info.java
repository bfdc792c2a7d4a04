/** The catalog at the size of the whole Hub: generated models, and how fast lists of them are. */
@NullMarked
package licet.tests.catalog;

import org.jspecify.annotations.NullMarked;
