package licet.ingest.hub;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One pacer for each caller as the Hub counts them: all clients of one token, or all without one, share its quota. */
final class Quotas {
    /** Quotas are a matter of the process, not of a client: two clients of one token would spend it twice. */
    private static final Quotas PROCESS = new Quotas();

    private final ConcurrentMap<Caller, Pacer> pacers = new ConcurrentHashMap<>();

    private record Caller(String endpoint, String fingerprint) {}

    static Quotas ofProcess() {
        return PROCESS;
    }

    Pacer pacer(HubSettings settings) {
        var caller = new Caller(settings.endpoint().toString(), settings.caller());
        return pacers.computeIfAbsent(caller, _ -> new Pacer());
    }
}
