/** What people should know: alerts written with the change that they tell of, and read in the inbox. */
@NullMarked
package licet.registry.alert;

import org.jspecify.annotations.NullMarked;
