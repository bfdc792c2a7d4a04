package licet.web.release;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.release.ClaimDocument;
import licet.web.layout.Show;
import licet.web.layout.Texts;

/** Claims as a person reads them. */
@Singleton
final class ClaimRows {
    private final Show show;

    ClaimRows(Texts texts) {
        this.show = new Show(texts);
    }

    /** @param mayWithdraw whether the reader may take back what people entered */
    ReleasesView.Claim row(ClaimDocument claim, boolean mayWithdraw) {
        return new ReleasesView.Claim(
                claim.id(),
                claim.about(),
                claim.statement(),
                claim.source(),
                claim.outcome(),
                claim.contradicted(),
                claim.points().stream().map(this::point).toList(),
                claim.against(),
                Optional.of(claim.id()).filter(id -> mayWithdraw && isEntered(id)));
    }

    private static boolean isEntered(String id) {
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException shipped) {
            return false;
        }
    }

    private ReleasesView.Point point(ClaimDocument.Point point) {
        return new ReleasesView.Point(
                point.said(),
                value(point.said(), point.value()),
                point.outcome(),
                point.shown().stream()
                        .map(one -> new ReleasesView.Shown(one.model(), value(point.said(), one.value()), one.stated()))
                        .toList());
    }

    private String value(String kind, String value) {
        return switch (kind) {
            case "size" ->
                Arrays.stream(value.split("/"))
                        .map(count -> show.parameters(Long.parseLong(count)))
                        .collect(Collectors.joining(" / "));
            case "context" -> show.number(Long.parseLong(value));
            case "users-cap" -> value.matches("\\d+") ? show.number(Long.parseLong(value)) : value;
            default -> value;
        };
    }
}
