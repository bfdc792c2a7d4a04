/** Tells programs elsewhere what happens here, by HTTP, at least once and in order for each object. */
@org.jspecify.annotations.NullMarked
package licet.registry.delivery;
