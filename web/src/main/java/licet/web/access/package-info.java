/** Signing in and out, the first set-up, and pages that say what went wrong. */
@org.jspecify.annotations.NullMarked
package licet.web.access;
