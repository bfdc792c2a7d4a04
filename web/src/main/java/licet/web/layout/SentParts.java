package licet.web.layout;

import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import io.micronaut.http.server.multipart.MultipartBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Every part of a form with files, read as it arrives. */
public final class SentParts implements Subscriber<CompletedPart> {
    private final List<Part> parts = new ArrayList<>();
    private final CompletableFuture<List<Part>> all = new CompletableFuture<>();

    /** @param file its name and its type, where the part is one that somebody chose */
    public record Part(String name, byte[] bytes, Optional<File> file) {}

    /** @param type as the browser calls it, empty where it does not */
    public record File(String name, String type) {}

    /** Waits for the last byte. */
    public static List<Part> of(MultipartBody body) {
        var sent = new SentParts();
        body.subscribe(sent);
        return sent.all.join();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(CompletedPart part) {
        try {
            parts.add(new Part(part.getName(), part.getBytes(), file(part)));
        } catch (IOException unreadable) {
            onError(unreadable);
        }
    }

    private static Optional<File> file(CompletedPart part) {
        return part instanceof CompletedFileUpload file
                ? Optional.of(new File(
                        file.getFilename(),
                        file.getContentType().map(type -> type.getName()).orElse("")))
                : Optional.empty();
    }

    @Override
    public void onError(Throwable problem) {
        all.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        all.complete(List.copyOf(parts));
    }
}
