/** The organization's own rules: proposed by one person, previewed, and put in force by another. */
@NullMarked
package licet.registry.policy;

import org.jspecify.annotations.NullMarked;
