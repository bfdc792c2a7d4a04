/** What the real Hub once answered, replayed into the catalog. */
@org.jspecify.annotations.NullMarked
package licet.registry.replay;
