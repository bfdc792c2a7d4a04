package licet.registry.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import licet.rules.facts.Ids;
import licet.rules.release.CheckedClaim;
import licet.rules.release.Period;
import licet.rules.release.Said;
import licet.rules.release.Size;

/**
 * A claim beside what is on record.
 *
 * @param outcome borne-out, refuted or open
 * @param against ids of claims that cannot be true beside it
 */
@Schema(name = "ReleaseClaim")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ClaimDocument(
        String id,
        String about,
        String kind,
        String statement,
        String source,
        String outcome,
        boolean contradicted,
        List<Point> points,
        List<String> against) {

    /** @param said its kind @param value what is claimed, as the data writes it @param shown what is on record */
    @Schema(name = "ReleaseClaimPoint")
    public record Point(String said, String value, String outcome, List<Shown> shown) {}

    /** @param stated whether the record itself is only stated */
    @Schema(name = "ReleaseClaimRecord")
    public record Shown(String model, @JsonProperty String value, boolean stated) {}

    @Schema(name = "ReleaseClaims")
    record Page(List<ClaimDocument> claims) {}

    public static ClaimDocument of(CheckedClaim checked) {
        var claim = checked.claim();
        return new ClaimDocument(
                claim.id(),
                claim.about(),
                Ids.of(claim.kind()),
                claim.statement(),
                claim.source(),
                Ids.of(checked.outcome()),
                checked.isContradicted(),
                checked.points().stream().map(ClaimDocument::point).toList(),
                List.copyOf(checked.against()));
    }

    private static Point point(CheckedClaim.Result result) {
        return new Point(
                kind(result.said()),
                value(result.said()),
                Ids.of(result.outcome()),
                result.shown().stream()
                        .map(one -> new Shown(one.model().value(), one.value(), one.stated()))
                        .toList());
    }

    private static String kind(Said said) {
        return switch (said) {
            case Said.Released _ -> "released";
            case Said.HasSize _ -> "size";
            case Said.Licensed _ -> "license";
            case Said.Context _ -> "context";
            case Said.Mixture _ -> "mixture";
            case Said.Grants _ -> "grant";
            case Said.UsersCap _ -> "users-cap";
            case Said.UsePolicy _ -> "use-policy";
            case Said.Seat _ -> "seat";
        };
    }

    private static String value(Said said) {
        return switch (said) {
            case Said.Released(Period period) -> period.text();
            case Said.HasSize(Size size) ->
                size.total() + size.active().map(active -> "/" + active).orElse("");
            case Said.Licensed(var license) -> license.value();
            case Said.Context(long tokens) -> Long.toString(tokens);
            case Said.Mixture(boolean experts) -> Boolean.toString(experts);
            case Said.Grants(var act, var state) -> Ids.of(act) + ": " + Ids.of(state);
            case Said.UsersCap(long users) -> Long.toString(users);
            case Said.UsePolicy(boolean comes) -> Boolean.toString(comes);
            case Said.Seat(var countries) ->
                String.join(", ", countries.stream().sorted().toList()).toUpperCase(Locale.ROOT);
        };
    }
}
