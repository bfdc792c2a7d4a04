package licet.rules.lineage;

/** What a model takes in and gives out, as far as licenses distinguish it. */
public enum Modality {
    TEXT,
    IMAGE_TEXT,
    AUDIO_TEXT,
    OTHER_MULTIMODAL,
    IMAGE,
    AUDIO,
    UNKNOWN;

    /** Whether the model handles more than one kind of content; unknown is asked, never assumed. */
    public boolean isMultimodal() {
        return switch (this) {
            case IMAGE_TEXT, AUDIO_TEXT, OTHER_MULTIMODAL -> true;
            case TEXT, IMAGE, AUDIO, UNKNOWN -> false;
        };
    }
}
