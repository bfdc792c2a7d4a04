/** The page that says what waits for the one who looks, and how everything stands. */
@org.jspecify.annotations.NullMarked
package licet.web.dashboard;
