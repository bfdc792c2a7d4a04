@org.jspecify.annotations.NullMarked
package licet.registry.instrument;
