/** Models that come from elsewhere than the Hub: folders, files of weights, lists. */
@NullMarked
package licet.registry.imports;

import org.jspecify.annotations.NullMarked;
