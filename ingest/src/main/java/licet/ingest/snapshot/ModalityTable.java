package licet.ingest.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives the modality from the task and the configuration, by {@code modality.yaml}. */
final class ModalityTable {
    private final Map<String, Modality> byTask;
    private final List<String> visionKeys;
    private final List<String> audioKeys;

    private ModalityTable(Map<String, Modality> byTask, List<String> visionKeys, List<String> audioKeys) {
        this.byTask = Map.copyOf(byTask);
        this.visionKeys = List.copyOf(visionKeys);
        this.audioKeys = List.copyOf(audioKeys);
    }

    static ModalityTable shipped() {
        DataFile data = DataFile.read("modality.yaml");
        Map<String, Modality> byTask = new HashMap<>();
        data.lists("tasks").forEach((modality, tasks) -> tasks.forEach(t -> byTask.put(t, Modality.valueOf(modality))));
        return new ModalityTable(byTask, data.texts("vision_keys"), data.texts("audio_keys"));
    }

    boolean vision(Map<?, ?> config) {
        return visionKeys.stream().anyMatch(config::containsKey);
    }

    boolean audio(Map<?, ?> config) {
        return audioKeys.stream().anyMatch(config::containsKey);
    }

    Modality ofTask(Optional<String> task) {
        return task.map(t -> byTask.getOrDefault(t, Modality.OTHER)).orElse(Modality.UNKNOWN);
    }

    /** The configuration can only widen what the task says: a vision part stays one under a text task. */
    Modality of(Optional<String> task, ConfigFacts config) {
        Modality stated = ofTask(task);
        if (stated != Modality.TEXT && stated != Modality.UNKNOWN) {
            return stated;
        }
        if (config.vision() && config.audio()) {
            return Modality.MULTIMODAL;
        }
        if (config.vision()) {
            return Modality.IMAGE_TEXT;
        }
        return config.audio() ? Modality.AUDIO_TEXT : stated;
    }
}
