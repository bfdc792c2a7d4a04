package licet.registry.upstream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.alert.AlertKind;
import licet.registry.alert.NewAlert;
import licet.registry.catalog.DriftLog;
import licet.registry.drift.Drift;
import licet.registry.drift.WordDiff;

/** What an alert says of a change: the difference, and where the whole of it stands. */
final class DriftWords {
    private static final int LONGEST = 300;

    private DriftWords() {}

    static AlertKind kind(Drift drift) {
        return switch (drift) {
            case Drift.LicenseTag _ -> AlertKind.LICENSE_TAG_CHANGED;
            case Drift.LicenseText _ -> AlertKind.LICENSE_TEXT_CHANGED;
            case Drift.Gated _ -> AlertKind.GATING_CHANGED;
            case Drift.Weights _ -> AlertKind.WEIGHTS_CHANGED;
            case Drift.BaseModel _ -> AlertKind.BASE_CHANGED;
            case Drift.Renamed _ -> AlertKind.MODEL_RENAMED;
            case Drift.Unlisted _, Drift.Gone _ -> AlertKind.MODEL_GONE;
            case Drift.Returned _ -> AlertKind.MODEL_RETURNED;
            case Drift.Disabled _ -> AlertKind.MODEL_DISABLED;
            case Drift.NewMember _ -> AlertKind.MODEL_NEW;
        };
    }

    /** What tells looks at one model apart: the snapshot that showed it, or the change itself where there is none. */
    static String of(DriftLog.Entry entry) {
        return entry.to().map(to -> "snapshot " + to).orElse("drift " + entry.id());
    }

    /** @param count how many changes of the kind the same look saw */
    static Map<String, String> facts(DriftLog.OfModel change, String of, int count) {
        var facts = new HashMap<>(difference(change.entry().detail()));
        change.entry().words().flatMap(DriftWords::first).ifPresent(words -> {
            facts.put("before", clip(words.before()));
            facts.put("after", clip(words.after()));
        });
        facts.put(NewAlert.OF, of);
        facts.put("model", change.model().name().value());
        facts.put(NewAlert.LINK, link(change));
        if (count > 1) {
            facts.put("count", Integer.toString(count));
        }
        return facts;
    }

    private static Optional<WordDiff.Change> first(WordDiff words) {
        return words.changes().stream().findFirst();
    }

    /** The two snapshots beside each other, where both are on record: that address stays right. */
    private static String link(DriftLog.OfModel change) {
        var page = "/models/" + change.model().name().value();
        var entry = change.entry();
        return entry.from()
                .flatMap(from -> entry.to().map(to -> page + "/snapshots?from=" + from + "&to=" + to))
                .orElse(page);
    }

    private static Map<String, String> difference(Drift drift) {
        return switch (drift) {
            case Drift.LicenseTag(var before, var after) -> two(joined(before), joined(after));
            case Drift.LicenseText(var path, var before, var after) ->
                with(two(before.orElse(""), after.orElse("")), "path", path);
            case Drift.Gated(var before, var after) -> two(before, after);
            case Drift.Weights(var path, var before, var after) -> with(two(before, after), "path", path);
            case Drift.BaseModel(var before, var after) -> two(joined(before), joined(after));
            case Drift.Renamed(var before, var after) -> two(before, after);
            case Drift.Unlisted _ -> Map.of("state", "unlisted");
            case Drift.Gone _ -> Map.of("state", "gone");
            case Drift.Returned _ -> Map.of("state", "returned");
            case Drift.Disabled(var now) -> Map.of("state", now ? "disabled" : "enabled");
            case Drift.NewMember(var watch) -> Map.of("watch", watch.toString());
        };
    }

    private static Map<String, String> two(String before, String after) {
        return Map.of("before", clip(before), "after", clip(after));
    }

    private static Map<String, String> with(Map<String, String> facts, String name, String value) {
        var all = new HashMap<>(facts);
        all.put(name, clip(value));
        return all;
    }

    private static String joined(List<String> values) {
        return String.join(", ", values);
    }

    private static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
