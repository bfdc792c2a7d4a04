/** What operators watch, as Prometheus reads it. */
@NullMarked
package licet.registry.platform.metric;

import org.jspecify.annotations.NullMarked;
