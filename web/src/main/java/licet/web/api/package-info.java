/** The contract of the API as pages, on which requests can be tried out. */
@org.jspecify.annotations.NullMarked
package licet.web.api;
