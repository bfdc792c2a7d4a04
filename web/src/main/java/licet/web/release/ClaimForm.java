package licet.web.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;
import licet.rules.release.Size;

/** A claim as a person types it: a statement, its source, and at most one point that can be held against the record. */
final class ClaimForm {
    private static final int LONGEST = 500;

    private ClaimForm() {}

    /** As the data files write a claim. */
    static String json(Map<String, String> sent) {
        var claim = new LinkedHashMap<String, Object>();
        claim.put("about", text(sent, "about", "what it is about"));
        claim.put("kind", kind(find(sent, "point").orElse("")));
        claim.put("statement", text(sent, "statement", "what is said"));
        claim.put("source", text(sent, "claim-source", "who says it"));
        find(sent, "point").ifPresent(point -> claim.put("says", List.of(point(point, sent))));
        return CanonicalJson.write(claim);
    }

    private static Map<String, Object> point(String point, Map<String, String> sent) {
        var value = text(sent, "value", "a value, or choose no point");
        var model = text(sent, "about-model", "owner/name of the model that it is said of");
        return Map.of(point, point.equals("size") ? Map.of("total", size(value)) : value, "models", List.of(model));
    }

    private static String size(String value) {
        try {
            Size.parse(value);
            return value;
        } catch (IllegalArgumentException wrong) {
            throw malformed("value", value, "write a size such as 70B");
        }
    }

    private static String kind(String point) {
        return switch (point) {
            case "released" -> "date";
            case "size" -> "size";
            case "license" -> "license";
            case "context" -> "context";
            case "" -> "status";
            default -> throw malformed("point", point, "choose one of the points, or none");
        };
    }

    private static Optional<String> find(Map<String, String> sent, String field) {
        return Optional.ofNullable(sent.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String text(Map<String, String> sent, String field, String what) {
        return find(sent, field)
                .filter(text -> text.length() <= LONGEST)
                .orElseThrow(() -> malformed(
                        field,
                        sent.getOrDefault(field, ""),
                        "write %s, at most %d characters".formatted(what, LONGEST)));
    }

    private static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
