package licet.registry.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.net.URLEncoder;

/**
 * A document that somebody handed in, on its way out. Whatever it says it is, a browser saves it and shows nothing of it
 * as a page of this product.
 */
public final class PaperDownload {
    private PaperDownload() {}

    public static HttpResponse<byte[]> of(NewPaper.File file) {
        return HttpResponse.ok(file.bytes())
                .contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name()));
    }

    /** The plain name for old readers, the whole one after RFC 8187. */
    private static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String whole = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, whole);
    }
}
