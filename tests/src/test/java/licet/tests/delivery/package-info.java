/** Webhooks, checked by libraries that were written elsewhere. */
@org.jspecify.annotations.NullMarked
package licet.tests.delivery;
