/** The whole sync against a Hub of many models: what it asks, what it needs, and what it makes of a Hub that fails. */
@NullMarked
package licet.tests.sync;

import org.jspecify.annotations.NullMarked;
