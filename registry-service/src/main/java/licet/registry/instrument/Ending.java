package licet.registry.instrument;

import java.time.YearMonth;

/** How many papers end in a month (UTC); none that was revoked or replaced counts. */
public record Ending(YearMonth month, long papers) {}
