package licet.registry.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * One e-mail, ready to go.
 *
 * @param id the same however often it is sent
 * @param to address
 * @param unsubscribe page on which one chooses what to be told
 */
record MailLetter(UUID id, String to, String subject, String text, String html, Optional<String> unsubscribe) {}
