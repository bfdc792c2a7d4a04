package licet.ingest.hub;

import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** The configured address of the Hub; it may have a path prefix, which every URL keeps. */
record Endpoint(HttpUrl base) {
    /** Hosts under which a mirror's upstream names itself in absolute addresses. */
    private static final Set<String> UPSTREAM_HOSTS = Set.of("huggingface.co", "hub-ci.huggingface.co", "hf.co");

    /** @param encodedPath already percent-encoded, without a leading slash */
    HttpUrl.Builder path(String encodedPath) {
        return base.newBuilder().addEncodedPathSegments(encodedPath);
    }

    boolean sameOrigin(HttpUrl url) {
        return url.scheme().equals(base.scheme()) && url.host().equals(base.host()) && url.port() == base.port();
    }

    /** Where a redirect from {@code from} leads; empty for an address that is none. */
    Optional<HttpUrl> resolve(HttpUrl from, String location) {
        return Optional.ofNullable(from.resolve(location)).map(this::rebased);
    }

    /** A mirror passes on addresses that name its upstream, or paths without its own prefix: both mean this endpoint. */
    private HttpUrl rebased(HttpUrl target) {
        boolean upstream = UPSTREAM_HOSTS.contains(target.host()) && !sameOrigin(target);
        if (!upstream && !(sameOrigin(target) && !hasPrefix(target))) {
            return target;
        }
        return path(target.encodedPath().substring(1))
                .encodedQuery(target.encodedQuery())
                .build();
    }

    private boolean hasPrefix(HttpUrl url) {
        String prefix = base.encodedPath().endsWith("/") ? base.encodedPath() : base.encodedPath() + "/";
        return url.encodedPath().startsWith(prefix);
    }
}
