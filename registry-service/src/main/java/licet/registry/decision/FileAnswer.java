package licet.registry.decision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import licet.registry.catalog.FileHolders;

/**
 * What the gate says of a file.
 *
 * @param sha256 of its content
 * @param answer about the model whose license governs, at the revision at which it holds the file
 * @param holders every repository on record that holds it, the governing one first
 */
@Schema(name = "FileGateAnswer")
record FileAnswer(String sha256, @JsonUnwrapped GateAnswer answer, List<FileHolders.Holder> holders) {
    FileAnswer {
        holders = List.copyOf(holders);
    }
}
