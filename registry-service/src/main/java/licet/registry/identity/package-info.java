/** People, sessions, tokens and the set-up link. */
@org.jspecify.annotations.NullMarked
package licet.registry.identity;
