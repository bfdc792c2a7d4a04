/** What the program on the host asks of the service: work at each start, and tasks without the server. */
@NullMarked
package licet.registry.host;

import org.jspecify.annotations.NullMarked;
