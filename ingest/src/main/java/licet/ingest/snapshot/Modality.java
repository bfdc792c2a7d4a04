package licet.ingest.snapshot;

import java.util.Optional;

/** What a model takes in and gives out, as far as the Hub's task and the configuration tell. */
public enum Modality {
    TEXT,
    IMAGE_TEXT,
    AUDIO_TEXT,
    VIDEO_TEXT,
    /** Several of image, audio and video beside text. */
    MULTIMODAL,
    IMAGE,
    AUDIO,
    VIDEO,
    OTHER,
    UNKNOWN;

    private static final class Shipped {
        static final ModalityTable TABLE = ModalityTable.shipped();
    }

    /** By the Hub's task alone, as a list item gives it: what a configuration would add is not known. */
    public static Modality ofTask(Optional<String> pipelineTag) {
        return Shipped.TABLE.ofTask(pipelineTag);
    }
}
