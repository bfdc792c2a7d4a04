/** The command line: `serve` starts the framework, every other command does without it. */
@NullMarked
package licet.web.cli;

import org.jspecify.annotations.NullMarked;
