/** The head row, the audit chain behind it, messages that leave because of a change, and watching for changes. */
@org.jspecify.annotations.NullMarked
package licet.registry.platform.audit;
