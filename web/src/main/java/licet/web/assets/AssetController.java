package licet.web.assets;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import licet.registry.platform.http.Access;
import licet.registry.platform.problem.RegistryProblem;

/** Serves files whose address changes with their content, so browsers ask once. */
@Controller("/assets")
@Access(Access.Who.OPEN)
final class AssetController {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @Get("/{file}")
    HttpResponse<byte[]> file(String file) {
        return assets.find(file)
                .map(asset -> HttpResponse.ok(asset.content())
                        .contentType(asset.mediaType())
                        .header(HttpHeaders.CACHE_CONTROL, FOR_EVER))
                .orElseThrow(() -> new RegistryProblem.NoSuchAddress("/assets/" + file).asException());
    }
}
