package licet.web.fact;

import java.util.List;
import licet.registry.change.FactPreview;

/** @param mayChange whether the reader may make deployments */
public record DeploymentsView(List<Row> rows, boolean mayChange) {
    public DeploymentsView {
        rows = List.copyOf(rows);
    }

    public record Row(
            String key, String name, String licensee, String stage, String channel, FactPreview.Answers answers) {}
}
