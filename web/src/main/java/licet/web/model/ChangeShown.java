package licet.web.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.drift.Drift;
import licet.registry.drift.DriftForm;
import licet.registry.drift.WordDiff;

/**
 * One change with what was there before and after.
 *
 * @param kind word of the closed list of kinds
 * @param subject path of a file, where one changed
 * @param hashes whether before and after are hashes
 */
public record ChangeShown(
        String kind,
        Optional<Instant> seenAt,
        Optional<String> subject,
        List<String> before,
        List<String> after,
        boolean hashes,
        Optional<WordDiff> words) {
    private record Sides(Optional<String> subject, List<String> before, List<String> after, boolean hashes) {
        static Sides of(List<String> before, List<String> after) {
            return new Sides(Optional.empty(), before, after, false);
        }
    }

    static ChangeShown of(Drift drift, Optional<Instant> seenAt, Optional<WordDiff> words) {
        var sides = sides(drift);
        return new ChangeShown(
                DriftForm.of(drift).kind(),
                seenAt,
                sides.subject(),
                sides.before(),
                sides.after(),
                sides.hashes(),
                words);
    }

    private static Sides sides(Drift drift) {
        return switch (drift) {
            case Drift.LicenseTag(var before, var after) -> Sides.of(before, after);
            case Drift.BaseModel(var before, var after) -> Sides.of(before, after);
            case Drift.Gated(var before, var after) -> Sides.of(List.of(before), List.of(after));
            case Drift.Renamed(var before, var after) -> Sides.of(List.of(before), List.of(after));
            case Drift.LicenseText(var path, var before, var after) ->
                new Sides(
                        Optional.of(path),
                        before.stream().toList(),
                        after.stream().toList(),
                        true);
            case Drift.Weights(var path, var before, var after) ->
                new Sides(Optional.of(path), List.of(before), List.of(after), true);
            case Drift.Disabled(var now) -> Sides.of(List.of(String.valueOf(!now)), List.of(String.valueOf(now)));
            case Drift.Unlisted() -> Sides.of(List.of(), List.of());
            case Drift.Gone() -> Sides.of(List.of(), List.of());
            case Drift.Returned() -> Sides.of(List.of(), List.of());
            case Drift.NewMember _ -> Sides.of(List.of(), List.of());
        };
    }
}
