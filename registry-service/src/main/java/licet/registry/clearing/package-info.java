/** What people conclude about evidence that does not speak for itself, for every model with the same evidence. */
@org.jspecify.annotations.NullMarked
package licet.registry.clearing;
