package licet.web.record;

import java.util.List;
import java.util.Optional;
import licet.registry.record.DecisionRecord;

/** Decisions of record. @param model the one that they are of, where it is one; @param next address of the next page */
public record RecordsView(Optional<String> model, List<DecisionRecord> records, Optional<String> next) {
    public RecordsView {
        records = List.copyOf(records);
    }
}
