/** What every feature stands on: time, ids, SQL in the transaction, cursors. Knows no feature. */
@org.jspecify.annotations.NullMarked
package licet.registry.platform;
