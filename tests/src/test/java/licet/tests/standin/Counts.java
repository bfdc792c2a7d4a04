package licet.tests.standin;

import java.util.EnumMap;
import java.util.Map;

/**
 * What was asked of the stand-in.
 *
 * @param requests of each kind, failed ones and redirects included
 * @param tokensElsewhere requests to the host of large files that carried a token, which must not happen
 * @param beyondQuota requests that came although the quota of their window was used up
 */
public record Counts(
        Map<Kind, Long> requests, Map<Fault, Long> faults, long bytes, long tokensElsewhere, long beyondQuota) {
    public Counts {
        requests = Map.copyOf(requests);
        faults = Map.copyOf(faults);
    }

    public long of(Kind kind) {
        return requests.getOrDefault(kind, 0L);
    }

    public long total() {
        return requests.values().stream().mapToLong(Long::longValue).sum();
    }

    public long failed() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was asked since. */
    public Counts minus(Counts earlier) {
        Map<Kind, Long> since = new EnumMap<>(Kind.class);
        requests.forEach((kind, count) -> since.put(kind, count - earlier.of(kind)));
        Map<Fault, Long> failed = new EnumMap<>(Fault.class);
        faults.forEach((fault, count) -> failed.put(fault, count - earlier.faults.getOrDefault(fault, 0L)));
        return new Counts(
                since,
                failed,
                bytes - earlier.bytes,
                tokensElsewhere - earlier.tokensElsewhere,
                beyondQuota - earlier.beyondQuota);
    }
}
