package licet.web.delivery;

import java.util.List;
import java.util.Optional;
import licet.registry.delivery.Receiver;
import licet.web.layout.FormProblem;

/**
 * Everybody who is told by HTTP.
 *
 * @param ready whether the key is there with which secrets are sealed; without it nobody can be added
 */
public record ReceiversView(
        List<Receiver> receivers, boolean ready, String formToken, ReceiverForm form, List<FormProblem> problems) {
    public ReceiversView {
        receivers = List.copyOf(receivers);
        problems = List.copyOf(problems);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
