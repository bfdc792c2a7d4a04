package licet.ingest.hub;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one item of the list of models straight from its tokens, since there are millions of them and most of each is not
 * kept. Of a field that is there twice the last holds, as in a tree.
 */
final class ListedModelReader {
    private Optional<String> id = Optional.empty();
    private Optional<String> modelId = Optional.empty();
    private Optional<String> objectId = Optional.empty();
    private Optional<String> sha = Optional.empty();
    private Optional<Instant> lastModified = Optional.empty();
    private Optional<Instant> createdAt = Optional.empty();
    private Gating gated = Gating.UNKNOWN;
    private boolean disabled;
    private List<String> tags = List.of();
    private Optional<String> pipelineTag = Optional.empty();
    private Optional<String> library = Optional.empty();
    private long downloads;
    private long likes;

    private ListedModelReader() {}

    /** Empty where the item names no repository. */
    static Optional<ListedModel> find(JsonParser json) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            json.skipChildren();
            return Optional.empty();
        }
        var item = new ListedModelReader();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            item.read(name, json);
        }
        return item.id.or(() -> item.modelId).flatMap(RepoId::find).map(item::model);
    }

    private void read(String name, JsonParser json) throws IOException {
        switch (name) {
            case "id" -> id = JsonTokens.text(json);
            case "modelId" -> modelId = JsonTokens.text(json);
            case "_id" -> objectId = JsonTokens.text(json);
            case "sha" -> sha = JsonTokens.text(json);
            case "lastModified" -> lastModified = JsonTokens.text(json).flatMap(HubTime::find);
            case "createdAt" -> createdAt = JsonTokens.text(json).flatMap(HubTime::find);
            case "gated" -> gated = gating(json);
            case "disabled" -> disabled = JsonTokens.flag(json);
            case "tags" -> tags = tags(json);
            case "pipeline_tag" -> pipelineTag = JsonTokens.text(json);
            case "library_name" -> library = JsonTokens.text(json);
            case "downloads" -> downloads = JsonTokens.number(json);
            case "likes" -> likes = JsonTokens.number(json);
            default -> json.skipChildren();
        }
    }

    private static Gating gating(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_FALSE) {
            return Gating.NONE;
        }
        return JsonTokens.text(json)
                .map(word -> ModelInfoReader.gating(word, new ArrayList<>()))
                .orElse(Gating.UNKNOWN);
    }

    private static List<String> tags(JsonParser json) throws IOException {
        if (!json.isExpectedStartArrayToken()) {
            json.skipChildren();
            return List.of();
        }
        List<String> tags = new ArrayList<>(2);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                addRelevant(json, tags);
            } else {
                json.skipChildren();
            }
        }
        return tags;
    }

    /** Most tags are dropped, and seen in the parser's own buffer they cost no text. */
    private static void addRelevant(JsonParser json, List<String> tags) throws IOException {
        if (json.getTextLength() == 0 || !ListedModel.mayBeRelevant(json.getTextCharacters()[json.getTextOffset()])) {
            return;
        }
        String tag = json.getText();
        if (ListedModel.isRelevant(tag)) {
            tags.add(tag);
        }
    }

    private ListedModel model(RepoId named) {
        return new ListedModel(
                named,
                objectId,
                sha,
                lastModified,
                createdAt,
                gated,
                disabled,
                tags,
                pipelineTag,
                library,
                downloads,
                likes);
    }
}
