package licet.web.design;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.List;
import licet.registry.platform.http.Access;
import licet.web.assets.Assets;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import licet.web.layout.Texts;

@Controller("/design")
@Produces(Frame.HTML)
final class DesignController {
    private final Frame frame;
    private final Assets assets;
    private final Texts texts;

    DesignController(Frame frame, Assets assets, Texts texts) {
        this.frame = frame;
        this.assets = assets;
        this.texts = texts;
    }

    @Get
    @Access
    HttpResponse<String> show(HttpRequest<?> request) {
        var problem = new FormProblem("sample", texts.get("design.forms.problem"));
        return frame.ok(
                request, Page.Section.DESIGN, "design", DesignView.of(assets.text("site.css"), List.of(problem)));
    }
}
