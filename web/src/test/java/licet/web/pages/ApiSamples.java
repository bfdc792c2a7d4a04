package licet.web.pages;

import licet.registry.platform.openapi.ApiDocument;
import licet.web.api.ApiView;

/** The contract of the API as it is. */
final class ApiSamples {
    private ApiSamples() {}

    static ApiView group(String name) {
        return ApiView.find(new ApiDocument().tree(), name).orElseThrow();
    }
}
