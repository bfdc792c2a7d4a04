/** The command line: `serve`, `import` and `sync` start the framework, the other commands do without it. */
@NullMarked
package licet.web.cli;

import org.jspecify.annotations.NullMarked;
