package licet.registry.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Compares two looks at the same model: a pure function. */
public final class Drifts {
    private static final String UNKNOWN = "unknown";

    private final ModelFacts before;
    private final ModelFacts after;
    private final List<Drift> found = new ArrayList<>();

    private Drifts(ModelFacts before, ModelFacts after) {
        this.before = before;
        this.after = after;
    }

    public static List<Drift> between(ModelFacts before, ModelFacts after) {
        var drifts = new Drifts(before, after);
        drifts.name();
        drifts.presence();
        drifts.gating();
        drifts.licenses();
        drifts.bases();
        drifts.texts();
        drifts.weights();
        return List.copyOf(drifts.found);
    }

    private void name() {
        if (!before.name().equals(after.name())) {
            found.add(new Drift.Renamed(before.name(), after.name()));
        }
    }

    private void presence() {
        if (before.missing() && !after.missing()) {
            found.add(new Drift.Returned());
        }
        if (!before.missing() && after.missing()) {
            found.add(new Drift.Gone());
        }
        if (before.disabled() != after.disabled()) {
            found.add(new Drift.Disabled(after.disabled()));
        }
    }

    /** An answer that does not say how a model is gated says nothing about a change. */
    private void gating() {
        boolean told = !before.gated().equals(UNKNOWN) && !after.gated().equals(UNKNOWN);
        if (told && !before.gated().equals(after.gated())) {
            found.add(new Drift.Gated(before.gated(), after.gated()));
        }
    }

    private void licenses() {
        if (bothSaw(before.licenses(), after.licenses())) {
            found.add(new Drift.LicenseTag(
                    before.licenses().orElseThrow(), after.licenses().orElseThrow()));
        }
    }

    private void bases() {
        if (bothSaw(before.bases(), after.bases())) {
            found.add(new Drift.BaseModel(
                    before.bases().orElseThrow(), after.bases().orElseThrow()));
        }
    }

    private static boolean bothSaw(Optional<List<String>> one, Optional<List<String>> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    private void texts() {
        if (before.texts().isEmpty() || after.texts().isEmpty()) {
            return;
        }
        var old = before.texts().get();
        var now = after.texts().get();
        var paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        for (String path : paths) {
            if (!isUnread(old, path) && !isUnread(now, path) && !hash(old, path).equals(hash(now, path))) {
                found.add(new Drift.LicenseText(path, hash(old, path), hash(now, path)));
            }
        }
    }

    private static boolean isUnread(Map<String, Optional<String>> files, String path) {
        return files.containsKey(path) && hash(files, path).isEmpty();
    }

    private static Optional<String> hash(Map<String, Optional<String>> files, String path) {
        return files.getOrDefault(path, Optional.empty());
    }

    private void weights() {
        if (before.weights().isEmpty() || after.weights().isEmpty()) {
            return;
        }
        var now = after.weights().get();
        for (String path : new TreeSet<>(before.weights().get().keySet())) {
            var was = hash(before.weights().get(), path);
            var is = hash(now, path);
            if (was.isPresent() && is.isPresent() && !was.equals(is)) {
                found.add(new Drift.Weights(path, was.get(), is.get()));
            }
        }
    }
}
