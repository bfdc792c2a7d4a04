package licet.registry.waiver;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.identity.LeaverWork;
import licet.registry.platform.Statements;

/** Nobody can answer for what a leaver proposed. What was confirmed goes on, since another person stands for it too. */
@Singleton
final class WaiversOfLeaver implements LeaverWork {
    private static final String WHY = "the person who proposed it left";

    private final WaiverTable table;
    private final WaiverNews news;
    private final Clock clock;

    WaiversOfLeaver(WaiverTable table, WaiverNews news, Clock clock) {
        this.table = table;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public List<String> needing(Statements sql, UUID leaver) {
        return List.of();
    }

    @Override
    public void handOver(Statements sql, Leaving leaving) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (var id : table.lockProposedBy(sql, leaving.leaver())) {
            table.end(sql, new WaiverTable.Step(id, Optional.empty(), now, WHY), WaiverState.WITHDRAWN);
            news.write(leaving.by(), "waiver.withdraw", table.find(sql, id).orElseThrow(), WHY);
        }
    }
}
