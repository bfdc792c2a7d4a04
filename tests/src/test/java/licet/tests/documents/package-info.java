/** Documents that leave the product, held against the official schemas and read by tools that are not ours. */
@NullMarked
package licet.tests.documents;

import org.jspecify.annotations.NullMarked;
