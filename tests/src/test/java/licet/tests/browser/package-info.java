/** A real browser for the tests of pages. */
@org.jspecify.annotations.NullMarked
package licet.tests.browser;
