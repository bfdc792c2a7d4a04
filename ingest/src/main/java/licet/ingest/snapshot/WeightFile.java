package licet.ingest.snapshot;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A file of weights, known by name, size and hash without being downloaded. */
public record WeightFile(String path, Format format, OptionalLong size, Optional<String> sha256) {
    public enum Format {
        SAFETENSORS,
        GGUF,
        /** Can run code when it is loaded. */
        PYTORCH,
        OTHER;

        /** Empty for a path that is no file of weights. */
        public static Optional<Format> find(String path) {
            String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return switch (extension) {
                case "safetensors" -> Optional.of(SAFETENSORS);
                case "gguf" -> Optional.of(GGUF);
                case "bin", "pt", "pth", "ckpt" -> Optional.of(PYTORCH);
                case "h5", "msgpack", "onnx", "tflite", "ot", "npz", "nemo", "keras" -> Optional.of(OTHER);
                default -> Optional.empty();
            };
        }
    }
}
