package licet.ingest.snapshot;

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
    UNKNOWN
}
