package licet.registry.alert;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A subscription as the API shows it.
 *
 * @param subscriber person, team or another kind of group
 * @param key login of the person, or key of the group
 * @param kinds of alerts; all of them where none is named
 * @param digest when it is sent by e-mail
 */
@Schema(name = "Subscription")
record SubscriptionDocument(
        UUID id,
        String subscriber,
        String key,
        String scope,
        String about,
        String least,
        List<String> kinds,
        String digest,
        Instant createdAt) {
    @Schema(name = "SubscriptionPage")
    record Page(List<SubscriptionDocument> subscriptions) {}

    static SubscriptionDocument of(Subscription one) {
        var wish = one.wish();
        return new SubscriptionDocument(
                one.id(),
                one.subscriber().kind(),
                one.subscriber().key(),
                wish.scope().word(),
                wish.about(),
                wish.least().word(),
                wish.kinds().stream().map(AlertKind::word).sorted().toList(),
                wish.digest().word(),
                one.createdAt());
    }
}
