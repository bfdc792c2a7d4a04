/**
 * Brings models in without the Hub: a downloaded folder, one file of weights, or a list of names. What is known of a
 * machine, such as paths, stays out of the result.
 */
@NullMarked
package licet.ingest.local;

import org.jspecify.annotations.NullMarked;
