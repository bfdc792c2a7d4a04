package licet.web.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import licet.registry.dashboard.Dashboards;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.web.layout.Frame;
import licet.web.layout.Page;

@Controller("/dashboard")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class DashboardController {
    private final Dashboards dashboards;
    private final DashboardPages pages;
    private final Frame frame;

    DashboardController(Dashboards dashboards, DashboardPages pages, Frame frame) {
        this.dashboards = dashboards;
        this.pages = pages;
        this.frame = frame;
    }

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Principal caller) {
        return frame.ok(request, Page.Section.DASHBOARD, "dashboard", pages.of(dashboards.of(caller)));
    }
}
