package licet.web.delivery;

import java.util.List;
import licet.registry.mail.MailLog;
import licet.web.layout.FormProblem;

/** How mail leaves, and what left. */
public record MailView(MailLog log, String formToken, List<FormProblem> problems) {
    public MailView {
        problems = List.copyOf(problems);
    }
}
