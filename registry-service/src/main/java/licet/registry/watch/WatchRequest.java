package licet.registry.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.ingest.hub.RepoId;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** Reads the wish for a watch from the body of a request; what is wrong is named with its mend. */
public final class WatchRequest {
    private static final int LONGEST = 100;
    private static final Pattern SLUG = Pattern.compile("[\\w.-]{1,96}/[\\w-]{1,200}");

    private final RequestJson json;

    private WatchRequest(RequestJson json) {
        this.json = json;
    }

    /** @param body as programs send it: kind, owner, search, model, collection, tier, everyHours */
    public static Watch.Wish parse(String body) {
        var request = new WatchRequest(
                RequestJson.parse(body, "kind", "owner", "search", "model", "collection", "tier", "everyHours"));
        var target = request.target();
        return new Watch.Wish(target, request.tier(target), request.every());
    }

    private Target target() {
        String kind = json.text("kind");
        return switch (kind) {
            case "developer" -> new Target.Developer(owner());
            case "family" -> new Target.Family(owner(), search());
            case "search" -> new Target.Search(search());
            case "model" -> new Target.Model(model());
            case "collection" -> new Target.Collection(collection());
            case "hub" -> new Target.WholeHub();
            default -> throw malformed("/kind", kind, "use one of developer, family, collection, search, model, hub");
        };
    }

    private String owner() {
        String owner = json.text("owner");
        if (owner.contains("/") || RepoId.find(owner).isEmpty()) {
            throw malformed("/owner", owner, "write the namespace alone, for example Qwen");
        }
        return owner;
    }

    private String search() {
        String words = json.text("search").strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw malformed("/search", words, "write a part of the names to find, at most " + LONGEST + " characters");
        }
        return words;
    }

    private RepoId model() {
        String id = json.text("model");
        return RepoId.find(id).orElseThrow(() -> malformed("/model", id, "write owner/name"));
    }

    private String collection() {
        String slug = json.text("collection");
        if (!SLUG.matcher(slug).matches()) {
            throw malformed("/collection", slug, "write owner/title-id, as in the address of the collection");
        }
        return slug;
    }

    /** Everything that exists can only be listed: the Hub's quota would last for weeks of reading. */
    private Tier tier(Target target) {
        boolean whole = target instanceof Target.WholeHub;
        Optional<String> word = json.findText("tier");
        Tier tier = word.map(given -> ClosedChoice.find(Tier.class, given)
                        .orElseThrow(() -> malformed("/tier", given, "use one of " + ClosedChoice.words(Tier.class))))
                .orElse(whole ? Tier.LISTED : Tier.EXAMINED);
        if (whole && tier == Tier.EXAMINED) {
            throw malformed(
                    "/tier", tier.word(), "the whole Hub can only be listed: watch parts of it to examine them");
        }
        return tier;
    }

    private Duration every() {
        return json.find("everyHours")
                .map(hours -> {
                    if (!hours.isInt() || hours.intValue() < 1 || hours.intValue() > 8760) {
                        throw malformed("/everyHours", hours.toString(), "use a whole number from 1 to 8760");
                    }
                    return Duration.ofHours(hours.intValue());
                })
                .orElse(Watch.Wish.DAILY);
    }

    private static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
