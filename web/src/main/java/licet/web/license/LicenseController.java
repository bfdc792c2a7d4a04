package licet.web.license;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import licet.registry.decision.ModelParameters;
import licet.registry.license.LicenseQuery;
import licet.registry.platform.http.Access;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** All licenses and use policies, and each of them. */
@Controller("/licenses")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class LicenseController {
    private final LicensePages pages;
    private final Frame frame;

    LicenseController(LicensePages pages, Frame frame) {
        this.pages = pages;
        this.frame = frame;
    }

    @Get("{?q,steward,class,hub,sort}")
    HttpResponse<String> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String steward,
            @QueryValue("class") @Nullable String kind,
            @QueryValue @Nullable String hub,
            @QueryValue @Nullable String sort) {
        return frame.ok(
                request, Page.Section.LICENSES, "licenses", pages.list(LicenseQuery.of(q, steward, kind, hub, sort)));
    }

    /**
     * @param against another text of the family to compare with
     * @param pack the deployment whose duties are shown
     */
    @Get("/{key}{?against,pack}")
    HttpResponse<String> show(
            HttpRequest<?> request,
            String key,
            @QueryValue @Nullable String against,
            @QueryValue @Nullable String pack) {
        return frame.ok(
                request,
                Page.Section.LICENSES,
                "license",
                pages.page(
                        key,
                        ModelParameters.given(against),
                        ModelParameters.given(pack).map(ModelParameters::deployment)));
    }
}
