package licet.web.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.release.NewImport;
import licet.registry.release.NewReleaseEntry;
import licet.registry.release.ReleaseClaims;
import licet.registry.release.ReleaseEntries;
import licet.registry.release.ReleaseImports;
import licet.rules.format.CanonicalJson;
import licet.rules.format.FormatException;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import licet.web.layout.SentParts;

/** Everybody who is signed in looks; who enters something says who told them. */
@Controller("/releases")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = {Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR, Role.ADMINISTRATOR})
final class ReleaseController {
    private final ReleasePages pages;
    private final ReleaseEntries entries;
    private final ReleaseClaims claims;
    private final ReleaseImports imports;
    private final Frame frame;

    ReleaseController(
            ReleasePages pages, ReleaseEntries entries, ReleaseClaims claims, ReleaseImports imports, Frame frame) {
        this.pages = pages;
        this.entries = entries;
        this.claims = claims;
        this.imports = imports;
        this.frame = frame;
    }

    @Get
    @Access
    HttpResponse<String> all(HttpRequest<?> request) {
        return frame.ok(request, Page.Section.RELEASES, "releases", pages.all());
    }

    @Get("/{family}")
    @Access
    HttpResponse<String> family(HttpRequest<?> request, String family, Principal caller) {
        var form = Optional.of(token(request))
                .filter(_ -> ReleaseEntries.allows(caller))
                .map(token -> pages.form(token, Map.of(), List.of()));
        return frame.ok(request, Page.Section.RELEASES, "release-family", pages.family(family, form, caller));
    }

    private interface Step {
        void take();
    }

    @Post("/{family}/entries")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(HttpRequest<?> request, String family, @Body Map<String, String> sent, Principal caller) {
        var body = new LinkedHashMap<String, Object>();
        for (var field : List.of("kind", "model", "successor", "when", "note", "source")) {
            given(sent, field).ifPresent(text -> body.put(field, text));
        }
        if (!body.containsKey("model")) {
            body.put("family", family);
        }
        body.put("certain", !sent.containsKey("open"));
        return take(
                request,
                family,
                sent,
                caller,
                () -> entries.enter(NewReleaseEntry.parse(CanonicalJson.write(body)), caller));
    }

    @Post("/{family}/entries/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(String family, UUID id, Principal caller) {
        entries.withdraw(id, caller);
        return HttpResponse.seeOther(place(family));
    }

    @Post("/{family}/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> read(HttpRequest<?> request, String family, @Body MultipartBody body, Principal caller) {
        var sent = new HashMap<String, String>();
        byte[] document = new byte[0];
        for (var part : SentParts.of(body)) {
            if (part.file().isPresent()) {
                document = part.bytes();
            } else {
                sent.put(part.name(), new String(part.bytes(), UTF_8));
            }
        }
        try {
            var given = new NewImport(
                    document,
                    family,
                    NewImport.kind(sent.getOrDefault("import-kind", "")),
                    sent.getOrDefault("import-source", ""));
            var result = imports.run(given, !sent.containsKey("preview"), caller);
            var form = pages.form(token(request), sent, List.of());
            return frame.ok(
                    request,
                    Page.Section.RELEASES,
                    "release-family",
                    pages.family(family, Optional.of(form), caller).with(result));
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof RegistryProblem.Malformed(var errors))) {
                throw refused;
            }
            return again(
                    request,
                    family,
                    sent,
                    caller,
                    errors.stream()
                            .map(error -> new FormProblem("import-" + error.field(), error.mend()))
                            .toList());
        }
    }

    @Post("/{family}/claims")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> claim(HttpRequest<?> request, String family, @Body Map<String, String> sent, Principal caller) {
        return take(request, family, sent, caller, () -> claims.add(ClaimForm.json(sent), caller));
    }

    @Post("/{family}/claims/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdrawClaim(String family, UUID id, Principal caller) {
        claims.withdraw(id, caller);
        return HttpResponse.seeOther(place(family));
    }

    private HttpResponse<?> take(
            HttpRequest<?> request, String family, Map<String, String> sent, Principal caller, Step step) {
        try {
            step.take();
            return HttpResponse.seeOther(place(family));
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof RegistryProblem.Malformed(var errors))) {
                throw refused;
            }
            return again(
                    request,
                    family,
                    sent,
                    caller,
                    errors.stream()
                            .map(error -> new FormProblem(error.field().replaceFirst("^/", ""), error.mend()))
                            .toList());
        } catch (FormatException wrong) {
            return again(
                    request,
                    family,
                    sent,
                    caller,
                    List.of(new FormProblem("statement", String.valueOf(wrong.getMessage()))));
        }
    }

    private HttpResponse<?> again(
            HttpRequest<?> request,
            String family,
            Map<String, String> sent,
            Principal caller,
            List<FormProblem> problems) {
        var view = pages.family(family, Optional.of(pages.form(token(request), sent, problems)), caller);
        return frame.answer(request, HttpStatus.UNPROCESSABLE_ENTITY, Page.Section.RELEASES, "release-family", view);
    }

    private static URI place(String family) {
        return URI.create("/releases/" + URI.create(family).getRawPath());
    }

    private static Optional<String> given(Map<String, String> sent, String field) {
        return Optional.ofNullable(sent.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String token(HttpRequest<?> request) {
        return Callers.findFormToken(request).orElse("");
    }
}
