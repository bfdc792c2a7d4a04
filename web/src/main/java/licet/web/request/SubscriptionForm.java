package licet.web.request;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.alert.NewSubscription;
import org.jspecify.annotations.Nullable;

/** What somebody wants to be told of, as it is typed. @param subscriber kind and key with a colon between them */
@Serdeable
public record SubscriptionForm(
        @Nullable String subscriber,
        @Nullable String scope,
        @Nullable String about,
        @Nullable String least,
        @Nullable String digest,
        @Nullable List<String> kind) {
    NewSubscription wanted() {
        var parts = AskForm.text(subscriber).split(":", 2);
        return NewSubscription.of(new NewSubscription.Words(
                parts[0],
                parts.length == 2 ? parts[1] : "",
                AskForm.text(scope),
                AskForm.text(about),
                AskForm.text(least),
                kinds(),
                AskForm.text(digest)));
    }

    private List<String> kinds() {
        return Optional.ofNullable(kind).orElse(List.of());
    }

    Map<String, String> values() {
        return Map.of(
                "subscriber", AskForm.text(subscriber),
                "scope", AskForm.text(scope),
                "about", AskForm.text(about),
                "least", AskForm.text(least),
                "digest", AskForm.text(digest),
                "kinds", String.join(" ", kinds()));
    }
}
