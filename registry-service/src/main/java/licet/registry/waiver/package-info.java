/** Waivers: one rule of the policy lifted in one deployment for a while, by two people. */
@NullMarked
package licet.registry.waiver;

import org.jspecify.annotations.NullMarked;
