/** The contract of the API, held against what was promised before and against programs that were written elsewhere. */
@org.jspecify.annotations.NullMarked
package licet.tests.openapi;
