/** The PostgreSQL that Licet carries: unpacked, started, checked, provisioned and stopped without any framework. */
@NullMarked
package licet.registry.postgres;

import org.jspecify.annotations.NullMarked;
