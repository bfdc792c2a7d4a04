package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the model object of the Hub's answers, single or from a list. Unknown fields are left alone. */
public final class ModelInfoReader {
    private ModelInfoReader() {}

    /** Empty where the object names no repository, so that nothing could be recorded about it. */
    public static Optional<ModelInfo> find(JsonNode json) {
        List<String> problems = new ArrayList<>();
        var fields = new JsonFields(json, problems);
        return fields.text("id")
                .or(() -> fields.text("modelId"))
                .flatMap(RepoId::find)
                .map(id -> read(id, fields, problems));
    }

    private static ModelInfo read(RepoId id, JsonFields fields, List<String> problems) {
        var identity = new ModelInfo.Identity(
                fields.text("_id"), fields.text("sha"), fields.instant("createdAt"), fields.instant("lastModified"));
        var labels =
                new ModelInfo.Labels(fields.text("pipeline_tag"), fields.text("library_name"), fields.texts("tags"));
        return new ModelInfo(
                id,
                identity,
                state(fields, problems),
                labels,
                siblings(fields),
                fields.map("cardData"),
                fields.map("config"),
                parameters(fields, problems),
                security(fields, problems),
                problems);
    }

    private static ModelInfo.State state(JsonFields fields, List<String> problems) {
        return new ModelInfo.State(
                gating(fields.node("gated"), problems),
                fields.flag("disabled"),
                fields.flag("private"),
                fields.number("downloads").orElse(0L),
                fields.number("likes").orElse(0L));
    }

    static Gating gating(JsonNode gated, List<String> problems) {
        return gating(gated.asText(""), problems);
    }

    static Gating gating(String word, List<String> problems) {
        return switch (word) {
            case "false" -> Gating.NONE;
            case "auto" -> Gating.AUTO;
            case "manual" -> Gating.MANUAL;
            case "" -> Gating.UNKNOWN;
            default -> {
                problems.add("gated has the unknown value " + word);
                yield Gating.UNKNOWN;
            }
        };
    }

    private static Optional<List<RepoFile>> siblings(JsonFields fields) {
        JsonNode siblings = fields.node("siblings");
        if (!siblings.isArray()) {
            return Optional.empty();
        }
        List<RepoFile> files = new ArrayList<>();
        for (JsonNode sibling : siblings) {
            if (sibling.path("rfilename").isTextual()) {
                files.add(file(sibling));
            }
        }
        return Optional.of(files);
    }

    private static RepoFile file(JsonNode sibling) {
        return new RepoFile(
                sibling.path("rfilename").textValue(),
                text(sibling.path("blobId")),
                size(sibling.path("size")),
                text(sibling.path("lfs").path("sha256"))
                        .or(() -> text(sibling.path("lfs").path("oid"))));
    }

    private static Optional<Long> parameters(JsonFields fields, List<String> problems) {
        return new JsonFields(fields.node("safetensors"), problems)
                .number("total")
                .or(() -> new JsonFields(fields.node("gguf"), problems).number("total"))
                .filter(total -> total > 0);
    }

    private static Optional<SecurityScan> security(JsonFields fields, List<String> problems) {
        if (!fields.has("securityRepoStatus")) {
            return Optional.empty();
        }
        return Optional.of(scan(new JsonFields(fields.node("securityRepoStatus"), problems)));
    }

    /** The same object as an answer of its own; empty where it is another. */
    static Optional<SecurityScan> findScan(JsonNode json) {
        var fields = new JsonFields(json, new ArrayList<>());
        return fields.has("scansDone") ? Optional.of(scan(fields)) : Optional.empty();
    }

    private static SecurityScan scan(JsonFields status) {
        List<SecurityScan.Issue> issues = new ArrayList<>();
        for (JsonNode issue : status.node("filesWithIssues")) {
            issues.add(new SecurityScan.Issue(
                    issue.path("path").asText(""), issue.path("level").asText("unknown")));
        }
        return new SecurityScan(status.flag("scansDone"), issues);
    }

    static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    static OptionalLong size(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }
}
