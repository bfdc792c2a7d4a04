/** Permissions of the gate as signed documents that travel with a model, and whether one still stands. */
@org.jspecify.annotations.NullMarked
package licet.registry.attestation;
