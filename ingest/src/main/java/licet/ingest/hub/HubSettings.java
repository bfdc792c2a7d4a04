package licet.ingest.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Where the Hub is and who asks. Reads the same environment variables as the Hub's own tools. */
public record HubSettings(HttpUrl endpoint, Optional<AccessToken> token, String userAgent, HubLimits limits) {
    public static final String PUBLIC_HUB = "https://huggingface.co";
    public static final String USER_AGENT =
            "licet/0.1; java/" + Runtime.version().feature();

    public HubSettings {
        if (userAgent.isBlank()) {
            throw new IllegalArgumentException("userAgent is empty: name the program that asks");
        }
    }

    public static HubSettings of(String endpoint) {
        return new HubSettings(parseEndpoint(endpoint), Optional.empty(), USER_AGENT, HubLimits.DEFAULT);
    }

    /**
     * Reads {@code HF_ENDPOINT} and the places where a token can stand.
     *
     * @param home the user's home folder, where the default token file is looked for
     */
    public static HubSettings fromEnvironment(Map<String, String> env, Path home) {
        HttpUrl endpoint = parseEndpoint(env.getOrDefault("HF_ENDPOINT", PUBLIC_HUB));
        return new HubSettings(endpoint, findToken(env, home), USER_AGENT, HubLimits.DEFAULT);
    }

    public HubSettings withLimits(HubLimits other) {
        return new HubSettings(endpoint, token, userAgent, other);
    }

    public HubSettings withToken(AccessToken other) {
        return new HubSettings(endpoint, Optional.of(other), userAgent, limits);
    }

    /** Asks without a credential even where the environment has one. */
    public HubSettings withoutToken() {
        return new HubSettings(endpoint, Optional.empty(), userAgent, limits);
    }

    /** Who asks, as far as it matters to what the Hub shows. */
    String caller() {
        return token.map(AccessToken::fingerprint).orElse("anonymous");
    }

    /** Never falls back to the public Hub: that would send a mirror's credential to another party. */
    private static HttpUrl parseEndpoint(String text) {
        String trimmed = text.strip().replaceAll("/+$", "");
        HttpUrl url = HttpUrl.parse(trimmed);
        if (url == null
                || url.query() != null
                || url.fragment() != null
                || !url.username().isEmpty()) {
            throw new IllegalArgumentException(
                    "HF_ENDPOINT '%s' is not an address: write it like %s, without query and user, or unset it"
                            .formatted(url == null ? text : url.redact(), PUBLIC_HUB));
        }
        return url;
    }

    private static Optional<AccessToken> findToken(Map<String, String> env, Path home) {
        return variable(env, "HF_TOKEN")
                .flatMap(AccessToken::find)
                .or(() -> variable(env, "HUGGING_FACE_HUB_TOKEN").flatMap(AccessToken::find))
                .or(() -> readToken(tokenFile(env, home)));
    }

    private static Path tokenFile(Map<String, String> env, Path home) {
        Path cache = folder(env, "XDG_CACHE_HOME", home).orElseGet(() -> home.resolve(".cache"));
        Path hubHome = folder(env, "HF_HOME", home).orElseGet(() -> cache.resolve("huggingface"));
        return folder(env, "HF_TOKEN_PATH", home).orElseGet(() -> hubHome.resolve("token"));
    }

    private static Optional<AccessToken> readToken(Path file) {
        try {
            return AccessToken.find(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the Hub token file %s cannot be read".formatted(file), e);
        }
    }

    /** A tilde at the start is the home folder, as it is for the Hub's own tools also where no shell replaced it. */
    private static Optional<Path> folder(Map<String, String> env, String name, Path home) {
        return variable(env, name).map(text -> text.startsWith("~/") ? home.resolve(text.substring(2)) : Path.of(text));
    }

    private static Optional<String> variable(Map<String, String> env, String name) {
        return Optional.ofNullable(env.get(name)).filter(v -> !v.isBlank());
    }
}
