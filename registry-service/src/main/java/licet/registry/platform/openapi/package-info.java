/** The contract of the API: generated from the controllers, and completed by data files with what code does not say. */
@org.jspecify.annotations.NullMarked
package licet.registry.platform.openapi;
