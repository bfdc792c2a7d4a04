package licet.web.waiver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.waiver.Waiver;

/**
 * Waivers, the newest first.
 *
 * @param state and deployment that are asked for; empty for any
 * @param next address of the page that follows
 */
public record WaiversView(
        List<Waiver> waivers,
        Instant now,
        List<String> states,
        List<String> deployments,
        String state,
        String deployment,
        Optional<String> next) {
    public WaiversView {
        waivers = List.copyOf(waivers);
        states = List.copyOf(states);
        deployments = List.copyOf(deployments);
    }

    public String stateOf(Waiver waiver) {
        return waiver.stateAt(now).word();
    }
}
