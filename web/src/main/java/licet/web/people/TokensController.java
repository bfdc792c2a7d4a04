package licet.web.people;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.identity.Scopes;
import licet.registry.identity.Tokens;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Everybody makes and revokes own tokens; administrators revoke any. */
@Controller("/tokens")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class TokensController {
    private static final String TEMPLATE = "tokens";

    private final Tokens tokens;
    private final TokenRows rows;
    private final Frame frame;

    TokensController(Tokens tokens, TokenRows rows, Frame frame) {
        this.tokens = tokens;
        this.rows = rows;
        this.frame = frame;
    }

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Principal caller) {
        var view = new TokensView(rows.of(caller), Optional.empty(), Filled.EMPTY, List.of());
        return frame.ok(request, Page.Section.NONE, TEMPLATE, view);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> create(HttpRequest<?> request, @Body Map<String, Object> form, Principal caller) {
        var filled = Filled.of(form);
        try {
            var issued = tokens.create(
                    filled.one("name"), Scopes.parse(filled.one("scope")), days(filled.one("days")), caller);
            var view = new TokensView(rows.of(caller), Optional.of(issued.secret()), Filled.EMPTY, List.of());
            return frame.ok(request, Page.Section.NONE, TEMPLATE, view);
        } catch (ProblemException refused) {
            var view = new TokensView(rows.of(caller), Optional.empty(), filled, Filled.problems(refused));
            return frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, view);
        }
    }

    @Post("/{id}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(UUID id, Principal caller) {
        tokens.revoke(id, caller);
        return HttpResponse.seeOther(URI.create("/tokens"));
    }

    /** What is no number is none, which the registry refuses with the numbers that it takes. */
    private static int days(String typed) {
        var text = typed.strip();
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }
}
