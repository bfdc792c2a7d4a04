/** What can go wrong for a caller, closed, and how it is said. */
@org.jspecify.annotations.NullMarked
package licet.registry.platform.problem;
