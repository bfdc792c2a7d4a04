/**
 * A Hub of any size that holds nothing: every answer is computed from a seed, an index and a version number, with the shares
 * of the real Hub's answers ({@code figures.yaml}). It counts what it is asked and fails on demand.
 */
@NullMarked
package licet.tests.standin;

import org.jspecify.annotations.NullMarked;
