package licet.web.stack;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import licet.registry.platform.http.Access;
import licet.registry.stack.RenewalQuery;
import licet.registry.stack.RenewalRates;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** The page that executives open. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Access
final class RenewalPageController {
    private final RenewalPages pages;
    private final RenewalRates rates;
    private final Frame frame;
    private final Clock clock;

    RenewalPageController(RenewalPages pages, RenewalRates rates, Frame frame, Clock clock) {
        this.pages = pages;
        this.rates = rates;
        this.frame = frame;
        this.clock = clock;
    }

    @Get("/renewals")
    @Produces(Frame.HTML)
    HttpResponse<String> show(HttpRequest<?> request) {
        var query = RenewalQuery.of(request.getParameters(), clock);
        return frame.ok(request, Page.Section.STACKS, "renewals", pages.show(query));
    }

    /** The file of the API, which knows no sessions. */
    @Get("/renewals.csv")
    @Produces("text/csv")
    HttpResponse<String> csv(HttpRequest<?> request) {
        return HttpResponse.ok(rates.of(RenewalQuery.of(request.getParameters(), clock))
                        .csv())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"renewals.csv\"");
    }
}
