package licet.registry.approval;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** @param next cursor of the page that follows */
@Schema(name = "ApprovalRequestPage")
public record BoardPage(List<BoardRow> requests, Optional<String> next) {
    public BoardPage {
        requests = List.copyOf(requests);
    }
}
