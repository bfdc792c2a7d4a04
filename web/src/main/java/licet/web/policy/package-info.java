/** The organization's own rules: what they say, how they changed, what a new text would flip, and who puts it in force. */
@NullMarked
package licet.web.policy;

import org.jspecify.annotations.NullMarked;
