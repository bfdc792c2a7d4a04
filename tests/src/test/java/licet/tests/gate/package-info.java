/** What pipelines ask: how fast, how fresh, and the same on every surface. */
@NullMarked
package licet.tests.gate;

import org.jspecify.annotations.NullMarked;
