/**
 * The recorded Hub: a small server with the Hub's paths, headers and status codes over files that ship with the product, for
 * the first start without a network and for tests. Facts only, in our own words; see {@code recorded-hub/README.md}.
 */
@NullMarked
package licet.ingest.recorded;

import org.jspecify.annotations.NullMarked;
