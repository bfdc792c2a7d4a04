package licet.web.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import licet.registry.bom.Bom;
import licet.registry.bom.BomReader;

/** The models of a bill of materials. */
public final class BomReferences {
    private BomReferences() {}

    /** What is named in no way that can be asked about is kept, since nothing permits it. */
    public static List<Reference> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bom = BomReader.read(in.readNBytes(BomReader.MAX_BYTES + 1));
            var all = new ArrayList<Reference>();
            for (var entry : bom.entries()) {
                all.add(
                        switch (entry.named()) {
                            case Bom.Named.Model(var reference) ->
                                Reference.named(reference, new Place(file.toString(), 1));
                            case Bom.Named.File(var sha256) -> Reference.hashed(sha256, entry.label());
                            case Bom.Named.Nothing _ -> Reference.named(entry.label(), new Place(file.toString(), 1));
                        });
            }
            return all;
        } catch (BomReader.Unreadable unreadable) {
            throw new CheckProblem("file-unreadable", file, String.valueOf(unreadable.getMessage()));
        } catch (IOException missing) {
            throw new CheckProblem("file-missing", file);
        }
    }
}
