package licet.registry.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be told of.
 *
 * @param kind of the subscriber
 * @param key of the subscriber; empty for the caller
 */
public record NewSubscription(String kind, String key, Subscription.Wish wish) {
    private static final int LONGEST = 200;

    /** As it is typed: words, which are checked. @param kinds of alerts; all of them where none is named */
    public record Words(
            String subscriber,
            String key,
            String scope,
            String about,
            String least,
            List<String> kinds,
            String digest) {
        public Words {
            kinds = List.copyOf(kinds);
        }
    }

    static NewSubscription parse(String body) {
        var json = RequestJson.parse(body, "subscriber", "key", "scope", "about", "least", "kinds", "digest");
        return of(new Words(
                json.findText("subscriber").orElse(Subscriber.PERSON),
                json.findText("key").orElse(""),
                json.text("scope"),
                json.findText("about").orElse(""),
                json.findText("least").orElse(Severity.WARNING.word()),
                json.find("kinds").map(NewSubscription::texts).orElse(List.of()),
                json.findText("digest").orElse(Digest.IMMEDIATE.word())));
    }

    public static NewSubscription of(Words words) {
        var scope = choice("/scope", words.scope(), SubscriptionScope.class);
        return new NewSubscription(
                words.subscriber(),
                words.key().strip(),
                new Subscription.Wish(
                        scope,
                        about(scope, words.about()),
                        choice("/least", words.least(), Severity.class),
                        kinds(words.kinds()),
                        choice("/digest", words.digest(), Digest.class)));
    }

    private static List<String> texts(JsonNode given) {
        if (!given.isArray()) {
            throw malformed("/kinds", given.toString(), "send a list of kinds");
        }
        return StreamSupport.stream(given.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Set<AlertKind> kinds(List<String> words) {
        var all = EnumSet.noneOf(AlertKind.class);
        words.forEach(word -> all.add(choice("/kinds", word, AlertKind.class)));
        return all;
    }

    private static <E extends Enum<E> & ClosedChoice> E choice(String field, String word, Class<E> type) {
        return ClosedChoice.find(type, word)
                .orElseThrow(() -> malformed(field, word, "use one of " + ClosedChoice.words(type)));
    }

    private static String about(SubscriptionScope scope, String given) {
        var about = given.strip().toLowerCase(Locale.ROOT);
        return switch (scope) {
            case WATCHED -> "";
            case MODEL -> checked(about, about.matches("[^/\\s]+/[^/\\s]+"), "write it as owner/name");
            case FAMILY ->
                checked(about, about.matches("[^/\\s]+(/[^/\\s]+)?"), "write a part of the names, or owner/part");
            case DEVELOPER -> checked(about, about.matches("[^/\\s]+"), "write the name of a namespace");
            case DEPLOYMENT -> checked(about, about.matches("\\S+"), "write the key of a deployment");
            case APPROVED -> checked(about, about.matches("\\S+"), "write the key of a team");
        };
    }

    private static String checked(String about, boolean fits, String mend) {
        if (!fits || about.length() > LONGEST) {
            throw malformed("/about", about, mend);
        }
        return about;
    }

    /** For the bean that knows who is there. */
    static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }

    boolean isFor(Subscriber one) {
        return one.kind().equals(kind)
                && Optional.of(key)
                        .filter(given -> !given.isEmpty())
                        .map(given -> given.equals(one.key()))
                        .orElse(kind.equals(Subscriber.PERSON));
    }
}
