/** Takes snapshots: fetch all evidence of one model at one revision first, then map it purely to an immutable value. */
@NullMarked
package licet.ingest.snapshot;

import org.jspecify.annotations.NullMarked;
