package licet.web.delivery;

import java.util.List;
import java.util.Optional;
import licet.registry.delivery.Delivery;
import licet.registry.delivery.Receiver;

/**
 * One receiver with what was sent to it.
 *
 * @param secret shown this once, where it was just made
 * @param next address of the page that follows
 */
public record ReceiverView(
        Receiver receiver,
        Optional<String> secret,
        List<Delivery> deliveries,
        Optional<String> next,
        String formToken) {
    public ReceiverView {
        deliveries = List.copyOf(deliveries);
    }

    public String address() {
        return "/receivers/" + receiver.id();
    }
}
