package licet.ingest.recorded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import licet.ingest.card.FrontMatter;
import licet.ingest.hub.RepoId;

/** Writes the model object as the Hub writes it. */
final class ModelJson {
    private ModelJson() {}

    static Map<String, Object> item(RecordedModel model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "_id",
                model.facts()
                        .getOrDefault("_id", Synthetic.sha1(model.id().value()).substring(0, 24)));
        json.put("id", model.id().value());
        json.put("author", model.id().owner().orElse(""));
        json.put("sha", model.commit());
        json.put("private", false);
        json.put("gated", model.facts().getOrDefault("gated", false));
        json.put("disabled", model.facts().getOrDefault("disabled", false));
        for (String name : List.of("createdAt", "lastModified", "pipeline_tag", "library_name", "config")) {
            if (model.facts().containsKey(name)) {
                json.put(name, model.facts().get(name));
            }
        }
        json.put("downloads", model.facts().getOrDefault("downloads", 0));
        json.put("likes", model.facts().getOrDefault("likes", 0));
        json.put("tags", tags(model));
        json.put("modelId", model.id().value());
        return json;
    }

    static Map<String, Object> single(RecordedModel model, boolean blobs, boolean security) {
        Map<String, Object> json = item(model);
        FrontMatter card = model.cardData();
        if (!card.fields().isEmpty()) {
            json.put("cardData", card.fields());
        }
        Map<?, ?> parameters = parameters(model);
        if (!parameters.isEmpty()) {
            json.put("safetensors", Map.of("parameters", parameters, "total", total(parameters)));
        }
        json.put(
                "siblings",
                model.files().stream().map(file -> sibling(model, file, blobs)).toList());
        if (security) {
            json.put("securityRepoStatus", Map.of("scansDone", true, "filesWithIssues", List.of()));
        }
        return json;
    }

    static Map<String, Object> collection(String slug, List<RepoId> members) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("slug", slug);
        json.put("title", slug.substring(slug.indexOf('/') + 1));
        json.put("owner", Map.of("name", slug.substring(0, slug.indexOf('/')), "type", "user"));
        json.put(
                "items",
                members.stream()
                        .map(id -> Map.of("type", "model", "repoType", "model", "id", id.value()))
                        .toList());
        return json;
    }

    /** Commits, newest first. */
    static List<Map<String, Object>> log(RecordedModel model) {
        return Stream.concat(Stream.of(model), model.past().stream())
                .map(ModelJson::commit)
                .toList();
    }

    private static Map<String, Object> commit(RecordedModel model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", model.commit());
        json.put("title", "Push");
        json.put("message", "");
        json.put("authors", List.of());
        if (model.facts().containsKey("lastModified")) {
            json.put("date", model.facts().get("lastModified"));
        }
        return json;
    }

    /** By type of number; a bare count is one of the usual type. */
    private static Map<?, ?> parameters(RecordedModel model) {
        if (model.facts().get("parameters") instanceof Map<?, ?> byType) {
            return byType;
        }
        return model.facts().get("parameters") instanceof Number count ? Map.of("BF16", count) : Map.of();
    }

    private static long total(Map<?, ?> parameters) {
        return parameters.values().stream()
                .mapToLong(count -> ((Number) count).longValue())
                .sum();
    }

    static Map<String, Object> treeEntry(RecordedModel model, RecordedFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "file");
        json.put("oid", file.blobOid(model.id().value()));
        json.put("size", file.size());
        json.put("path", file.path());
        file.lfsSha256().ifPresent(sha -> json.put("lfs", Map.of("oid", sha, "size", file.size(), "pointerSize", 135)));
        return json;
    }

    static List<String> tags(RecordedModel model) {
        List<String> tags = new ArrayList<>();
        if (model.facts().get("tags") instanceof List<?> own) {
            own.forEach(tag -> tags.add(String.valueOf(tag)));
        }
        FrontMatter card = model.cardData();
        for (String base : card.baseModels()) {
            tags.add("base_model:" + base);
            card.baseModelRelation().ifPresent(relation -> tags.add("base_model:" + relation + ":" + base));
        }
        card.license().forEach(license -> tags.add("license:" + license));
        tags.add("region:us");
        return tags;
    }

    private static Map<String, Object> sibling(RecordedModel model, RecordedFile file, boolean blobs) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rfilename", file.path());
        if (blobs) {
            json.put("blobId", file.blobOid(model.id().value()));
            json.put("size", file.size());
            file.lfsSha256()
                    .ifPresent(sha -> json.put("lfs", Map.of("sha256", sha, "size", file.size(), "pointerSize", 135)));
        }
        return json;
    }
}
