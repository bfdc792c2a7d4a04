/** The `./licet` command, run as a person runs it. */
@org.jspecify.annotations.NullMarked
package licet.tests.launcher;
