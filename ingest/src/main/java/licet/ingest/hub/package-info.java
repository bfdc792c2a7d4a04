/**
 * A client for the Hub's HTTP interface: values in, typed outcomes out. It knows HTTP, redirects, quotas and retries, and
 * nothing about licenses.
 */
@NullMarked
package licet.ingest.hub;

import org.jspecify.annotations.NullMarked;
