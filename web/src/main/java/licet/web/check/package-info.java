/** Models found in commands, files and repositories, the answers about them, and how those are written down. */
@NullMarked
package licet.web.check;

import org.jspecify.annotations.NullMarked;
