package licet.web.audit;

import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.audit.AuditLine;
import licet.registry.audit.AuditQuery;
import licet.registry.audit.AuditTrail;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** Puts pages of the audit log together. */
@Singleton
final class AuditPages {
    private static final String PAGE = "/audit";

    private final AuditTrail trail;
    private final Texts texts;

    AuditPages(AuditTrail trail, Texts texts) {
        this.trail = trail;
        this.texts = texts;
    }

    AuditView of(Map<String, List<String>> parameters) {
        var query = AuditQuery.parse(parameters);
        var found = trail.list(query, given(parameters, "cursor"), AuditTrail.DEFAULT_LIMIT);
        return new AuditView(
                query.id().map(id -> object(query.kind().orElseThrow(), id)),
                form(parameters),
                found.entries().stream().map(this::row).toList(),
                found.next().map(cursor -> address(PAGE, parameters, Optional.of(cursor))),
                address(PAGE + "/entries.jsonl", times(parameters), Optional.empty()),
                List.of());
    }

    AuditView refused(Map<String, List<String>> parameters, List<FormProblem> problems) {
        return new AuditView(
                Optional.empty(), form(parameters), List.of(), Optional.empty(), PAGE + "/entries.jsonl", problems);
    }

    private static AuditView.Form form(Map<String, List<String>> parameters) {
        return new AuditView.Form(
                typed(parameters, "actor"),
                typed(parameters, "action"),
                typed(parameters, "kind"),
                typed(parameters, "id"),
                typed(parameters, "from"),
                typed(parameters, "to"));
    }

    private AuditView.Row row(AuditLine line) {
        return new AuditView.Row(
                line.seq(),
                line.at(),
                who(line.actor()),
                line.actor().id().map(UUID::toString).orElse(line.actor().kind()),
                line.action(),
                object(line.objectKind(), line.objectId()),
                address(
                        PAGE,
                        Map.of("kind", List.of(line.objectKind()), "id", List.of(line.objectId())),
                        Optional.empty()),
                DetailLine.of(line.detail()),
                line.reason(),
                line.hash());
    }

    /** By name where there is one, and by id where it was erased. */
    private String who(AuditLine.Doer doer) {
        var id = doer.id().map(UUID::toString).orElse("");
        return switch (doer.kind()) {
            case "person" -> doer.name().orElse(id);
            case "token" ->
                doer.owner()
                        .map(owner -> texts.get(
                                "audit.who.token",
                                doer.name().orElse(id),
                                owner.name().orElse(owner.id().toString())))
                        .orElseGet(() ->
                                texts.get("audit.who.host-token", doer.name().orElse(id)));
            case "host" -> texts.get("audit.who.host");
            default -> texts.get("audit.who.system");
        };
    }

    private static AuditView.ObjectShown object(String kind, String id) {
        return new AuditView.ObjectShown(
                kind,
                id,
                switch (kind) {
                    case "deployment" -> Optional.of("/deployments/" + id);
                    case "model" -> Optional.of("/models/" + id);
                    case "organization" -> Optional.of("/organization");
                    case "record" -> Optional.of("/records/" + id);
                    case "policy" -> Optional.of("/policies");
                    default -> Optional.empty();
                });
    }

    private static Map<String, List<String>> times(Map<String, List<String>> parameters) {
        return Map.of("from", List.of(typed(parameters, "from")), "to", List.of(typed(parameters, "to")));
    }

    private static String address(String path, Map<String, List<String>> parameters, Optional<String> cursor) {
        var address = UriBuilder.of(path);
        parameters.keySet().stream()
                .filter(AuditQuery::knows)
                .sorted()
                .filter(name -> !typed(parameters, name).isEmpty())
                .forEach(name -> address.queryParam(name, typed(parameters, name)));
        cursor.ifPresent(text -> address.queryParam("cursor", text));
        return address.build().toString();
    }

    private static String typed(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    private static Optional<String> given(Map<String, List<String>> parameters, String name) {
        return Optional.of(typed(parameters, name)).filter(text -> !text.isEmpty());
    }
}
