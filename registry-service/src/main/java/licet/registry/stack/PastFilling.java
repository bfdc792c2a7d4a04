package licet.registry.stack;

/**
 * What no longer fills a slot.
 *
 * @param slot key
 */
public record PastFilling(String slot, Filling filling) {}
