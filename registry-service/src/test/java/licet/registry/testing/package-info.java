/** What tests of this and later modules stand on. */
@NullMarked
package licet.registry.testing;

import org.jspecify.annotations.NullMarked;
