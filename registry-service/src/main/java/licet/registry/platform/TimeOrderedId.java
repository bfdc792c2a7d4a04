package licet.registry.platform;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** UUID version 7, made here because not every supported PostgreSQL can make it. New rows land at the index's end. */
public final class TimeOrderedId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    public static UUID at(Instant instant) {
        var high = (instant.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        var low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
