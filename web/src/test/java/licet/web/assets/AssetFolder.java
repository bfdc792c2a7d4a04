package licet.web.assets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lays the static files out for a preview without the product's server. */
public final class AssetFolder {
    private AssetFolder() {}

    public static void write(Path folder) throws IOException {
        for (var asset : new Assets().all()) {
            var target = folder.resolve(asset.address().substring(1));
            Files.createDirectories(target.getParent());
            Files.write(target, asset.content());
        }
    }
}
