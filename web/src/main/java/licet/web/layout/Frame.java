package licet.web.layout;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.http.Callers;

/** Answers requests with pages: finds out who looks, and puts the frame around the content. */
@Singleton
public final class Frame {
    public static final String HTML = "text/html; charset=utf-8";

    private final Pages pages;
    private final boolean recordedHub;

    Frame(Pages pages, HubMode hub) {
        this.pages = pages;
        this.recordedHub = hub == HubMode.RECORDED;
    }

    public MutableHttpResponse<String> ok(HttpRequest<?> request, Page.Section section, String template, Object view) {
        return HttpResponse.ok(render(request, section, template, view)).contentType(HTML);
    }

    /** For a form that comes back with something to mend. */
    public MutableHttpResponse<String> refused(
            HttpRequest<?> request, HttpStatus status, String template, Object view) {
        var body = render(request, Page.Section.NONE, template, view);
        return HttpResponse.status(status).body(body).contentType(HTML);
    }

    /** For a page whose status depends on what was sent. */
    public MutableHttpResponse<String> answer(
            HttpRequest<?> request, HttpStatus status, Page.Section section, String template, Object view) {
        return ok(request, section, template, view).status(status);
    }

    public String render(HttpRequest<?> request, Page.Section section, String template, Object view) {
        return pages.render(template, page(request, section), view);
    }

    private Page page(HttpRequest<?> request, Page.Section section) {
        var account = Callers.find(request)
                .flatMap(caller -> Callers.findFormToken(request)
                        .map(token -> new Page.Account(caller.login(), token, caller.roles())));
        return new Page(section, account, recordedHub && account.isPresent());
    }
}
