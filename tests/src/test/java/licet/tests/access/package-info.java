/** Who gets an answer of the whole product, with its pages. */
@org.jspecify.annotations.NullMarked
package licet.tests.access;
