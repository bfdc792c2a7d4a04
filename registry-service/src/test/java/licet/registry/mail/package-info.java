/** E-mails of alerts: at once, or gathered for a day or a week. */
@NullMarked
package licet.registry.mail;

import org.jspecify.annotations.NullMarked;
