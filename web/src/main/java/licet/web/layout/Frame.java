package licet.web.layout;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;
import licet.registry.approval.Waiting;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.waiver.Waivers;

/** Answers requests with pages: finds out who looks, and puts the frame around the content. */
@Singleton
public final class Frame {
    public static final String HTML = "text/html; charset=utf-8";

    private final Pages pages;
    private final Waiting waiting;
    private final Waivers waivers;
    private final boolean recordedHub;

    Frame(Pages pages, Waiting waiting, Waivers waivers, HubMode hub) {
        this.pages = pages;
        this.waiting = waiting;
        this.waivers = waivers;
        this.recordedHub = hub == HubMode.RECORDED;
    }

    public MutableHttpResponse<String> ok(HttpRequest<?> request, Page.Section section, String template, Object view) {
        return HttpResponse.ok(whole(request, section, template, view)).contentType(HTML);
    }

    /** For a form that comes back with something to mend. */
    public MutableHttpResponse<String> refused(
            HttpRequest<?> request, HttpStatus status, String template, Object view) {
        var body = whole(request, Page.Section.NONE, template, view);
        return HttpResponse.status(status).body(body).contentType(HTML);
    }

    /** For a page whose status depends on what was sent. */
    public MutableHttpResponse<String> answer(
            HttpRequest<?> request, HttpStatus status, Page.Section section, String template, Object view) {
        return ok(request, section, template, view).status(status);
    }

    /** For what went wrong, whatever it was: nothing is looked up. */
    public String render(HttpRequest<?> request, Page.Section section, String template, Object view) {
        return pages.render(template, page(request, section, _ -> 0), view);
    }

    private String whole(HttpRequest<?> request, Page.Section section, String template, Object view) {
        return pages.render(template, page(request, section, this::waits), view);
    }

    /** Requests and waivers about which they may decide. */
    private long waits(Principal caller) {
        return waiting.count(caller) + waivers.countWaiting(caller);
    }

    private Page page(HttpRequest<?> request, Page.Section section, ToLongFunction<Principal> waits) {
        var account = Callers.find(request)
                .flatMap(caller -> Callers.findFormToken(request)
                        .map(token ->
                                new Page.Account(caller.login(), token, caller.roles(), waits.applyAsLong(caller))));
        return new Page(section, account, recordedHub && account.isPresent());
    }
}
