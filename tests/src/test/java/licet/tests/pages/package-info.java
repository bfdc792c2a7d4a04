@org.jspecify.annotations.NullMarked
package licet.tests.pages;
