/**
 * Reads what files of weights say about themselves from their first bytes, without the weights: safetensors headers and
 * indexes, GGUF headers. Whatever a header claims is checked against the bytes that are there before it is believed.
 */
@NullMarked
package licet.ingest.weights;

import org.jspecify.annotations.NullMarked;
