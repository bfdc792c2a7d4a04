package licet.ingest.weights;

import java.io.IOException;

/** Opens the files of one model by their paths in the repository. */
@FunctionalInterface
public interface SourceOpener {
    RangeSource open(String path) throws IOException;
}
