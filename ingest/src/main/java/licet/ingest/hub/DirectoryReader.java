package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads accounts, collections and tags. */
final class DirectoryReader {
    private DirectoryReader() {}

    /** Users call themselves {@code user}, organizations {@code name}. Empty where the object has neither. */
    static Optional<Account> findAccount(JsonNode json, Account.Kind kind) {
        var fields = new JsonFields(json, new ArrayList<>());
        return fields.text("name")
                .or(() -> fields.text("user"))
                .map(name -> new Account(
                        kind,
                        name,
                        fields.text("_id"),
                        fields.text("fullname"),
                        fields.text("details"),
                        kind == Account.Kind.ORGANIZATION && fields.flag("isVerified"),
                        counts(fields)));
    }

    static Optional<HubCollection> findCollection(JsonNode json) {
        var fields = new JsonFields(json, new ArrayList<>());
        return fields.text("slug")
                .map(slug -> new HubCollection(
                        slug,
                        fields.text("title").orElse(slug),
                        owner(fields.node("owner")),
                        fields.text("description"),
                        fields.instant("lastUpdated"),
                        items(fields.node("items"))));
    }

    static List<HubTag> tags(JsonNode json) {
        List<HubTag> tags = new ArrayList<>();
        json.forEach(group -> group.forEach(tag -> {
            String id = tag.path("id").asText("");
            if (!id.isEmpty()) {
                tags.add(new HubTag(
                        tag.path("type").asText(""), id, tag.path("label").asText(id)));
            }
        }));
        return List.copyOf(tags);
    }

    private static Account.Counts counts(JsonFields fields) {
        return new Account.Counts(
                count(fields, "numModels"),
                count(fields, "numDatasets"),
                count(fields, "numFollowers"),
                count(fields, "numUsers"));
    }

    private static OptionalLong count(JsonFields fields, String name) {
        return ModelInfoReader.size(fields.node(name));
    }

    private static Optional<String> owner(JsonNode owner) {
        return ModelInfoReader.text(owner.isObject() ? owner.path("name") : owner);
    }

    private static List<HubCollection.Item> items(JsonNode json) {
        List<HubCollection.Item> items = new ArrayList<>();
        for (JsonNode item : json) {
            String type = item.path("type").asText(item.path("repoType").asText(""));
            ModelInfoReader.text(item.path("id"))
                    .map(id -> new HubCollection.Item(type, id, note(item.path("note"))))
                    .ifPresent(items::add);
        }
        return items;
    }

    private static Optional<String> note(JsonNode note) {
        return ModelInfoReader.text(note.isObject() ? note.path("text") : note);
    }
}
