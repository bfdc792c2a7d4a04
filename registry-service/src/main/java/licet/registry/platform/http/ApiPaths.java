package licet.registry.platform.http;

import io.micronaut.http.HttpRequest;

/** What programs call and what browsers see, told apart by the path alone. */
final class ApiPaths {
    private static final String ASSETS = "/assets/";

    private ApiPaths() {}

    /** Bearer tokens only, cookies are ignored. */
    static boolean isApi(HttpRequest<?> request) {
        var path = request.getPath();
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** Messages of other servers, which prove themselves by a secret of their own: no browser sends them. */
    static boolean isWebhook(HttpRequest<?> request) {
        return request.getPath().startsWith("/webhooks/");
    }

    static boolean answersJson(HttpRequest<?> request) {
        return isApi(request) || isWebhook(request) || request.getPath().equals("/health");
    }

    /** Files that everybody may load: style, fonts, images. */
    static boolean isAsset(HttpRequest<?> request) {
        return request.getPath().startsWith(ASSETS);
    }
}
