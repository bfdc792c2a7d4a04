/** What the program that starts the server asks of the service at each start. */
@NullMarked
package licet.registry.host;

import org.jspecify.annotations.NullMarked;
