/** Signed permissions, verified by programs that were written elsewhere. */
@org.jspecify.annotations.NullMarked
package licet.tests.attestation;
