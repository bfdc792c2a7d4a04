package licet.web.assets;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All static files, read once. The stylesheet is written against plain names; here they become the hashed ones, so that
 * a new font changes the stylesheet's address as well.
 */
@Singleton
public final class Assets {
    private static final String ROOT = "static/";
    private static final String ADDRESS = "/assets/";
    private static final int HASH_LETTERS = 16;
    private static final Pattern REFERENCE = Pattern.compile("url\\(\"([^\"]+)\"\\)");

    /** What a file refers to comes before it. */
    private static final List<String> FILES = List.of(
            "fonts/lora-regular-webfont.woff",
            "fonts/lora-italic-webfont.woff",
            "fonts/lora-bold-webfont.woff",
            "fonts/source-sans-pro-latin-400-normal.woff2",
            "fonts/source-sans-pro-latin-400-italic.woff2",
            "fonts/source-sans-pro-latin-600-normal.woff2",
            "fonts/jetbrains-mono-latin-400-normal.woff2",
            "icon.svg",
            "htmx.min.js",
            "instant.js",
            "try.js",
            "site.css");

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final Map<String, Asset> byAddress = new HashMap<>();

    public Assets() {
        for (String name : FILES) {
            var asset = load(name);
            byName.put(name, asset);
            byAddress.put(asset.address(), asset);
        }
    }

    /** Where a page finds the file of that plain name, for example {@code site.css}. */
    public String address(String name) {
        return asset(name).address();
    }

    private Asset asset(String name) {
        var asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset is called " + name);
        }
        return asset;
    }

    /** What a text file of that plain name says. */
    public String text(String name) {
        return new String(asset(name).content(), UTF_8);
    }

    Optional<Asset> find(String fileName) {
        return Optional.ofNullable(byAddress.get(ADDRESS + fileName));
    }

    List<Asset> all() {
        return List.copyOf(byName.values());
    }

    private Asset load(String name) {
        var raw = read(name);
        var content = name.endsWith(".css") ? rewritten(raw) : raw;
        return new Asset(ADDRESS + hashed(name, content), mediaType(name), content);
    }

    private byte[] rewritten(byte[] stylesheet) {
        return REFERENCE
                .matcher(new String(stylesheet, UTF_8))
                .replaceAll(found -> Matcher.quoteReplacement("url(\"" + address(found.group(1)) + "\")"))
                .getBytes(UTF_8);
    }

    private static byte[] read(String name) {
        try (var in = Assets.class.getClassLoader().getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + ROOT + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hashed(String name, byte[] content) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        var dot = file.lastIndexOf('.');
        return file.substring(0, dot) + "." + hash(content) + file.substring(dot);
    }

    private static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "woff" -> "font/woff";
            case "woff2" -> "font/woff2";
            default -> throw new IllegalArgumentException("no media type for " + name);
        };
    }
}
