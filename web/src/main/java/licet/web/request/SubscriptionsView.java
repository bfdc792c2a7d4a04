package licet.web.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Digest;
import licet.registry.alert.Severity;
import licet.registry.alert.Subscriber;
import licet.registry.alert.Subscription;
import licet.registry.alert.SubscriptionScope;

/** What somebody and their groups want to be told of. @param subscribers for whom they can say so */
public record SubscriptionsView(
        String formToken, List<Subscription> all, List<Subscriber> subscribers, List<String> about, Sent sent) {
    public SubscriptionsView {
        all = List.copyOf(all);
        subscribers = List.copyOf(subscribers);
        about = List.copyOf(about);
    }

    public List<String> scopes() {
        return Arrays.stream(SubscriptionScope.values())
                .map(SubscriptionScope::word)
                .toList();
    }

    public List<String> severities() {
        return Arrays.stream(Severity.values()).map(Severity::word).toList();
    }

    public List<String> digests() {
        return Arrays.stream(Digest.values()).map(Digest::word).toList();
    }

    /** Those that are told to whom they concern; the others go to whoever has to do something. */
    public List<String> kinds() {
        return EnumSet.range(AlertKind.MODEL_NEW, AlertKind.VERDICT_FLIPPED).stream()
                .map(AlertKind::word)
                .toList();
    }

    public List<String> words(Set<AlertKind> kinds) {
        return kinds.stream().sorted().map(AlertKind::word).toList();
    }

    public boolean isChosen(String field, String word) {
        var sentWord = sent.value("subscription", field);
        return sentWord.isEmpty()
                ? word.equals(field.equals("least") ? Severity.WARNING.word() : Digest.IMMEDIATE.word())
                : sentWord.equals(word);
    }

    public boolean isTicked(String kind) {
        return List.of(sent.value("subscription", "kinds").split(" ")).contains(kind);
    }
}
