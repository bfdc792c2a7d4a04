package licet.web.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import licet.registry.platform.http.ErrorPage;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.ProblemText;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Problems inside the frame of every other page. */
@Singleton
final class HtmlErrorPage implements ErrorPage {
    private final Frame frame;

    HtmlErrorPage(Frame frame) {
        this.frame = frame;
    }

    @Override
    public String render(HttpRequest<?> request, ProblemText problem) {
        var mends = problem.errors().stream().map(FieldError::mend).toList();
        var view = new ErrorView(problem.status(), problem.title(), problem.detail(), mends);
        return frame.render(request, Page.Section.NONE, "error", view);
    }
}
