package licet.registry.license;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Licenses and use policies for programs. */
@Controller("/api/v1/licenses")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.READ)
final class LicensesController {
    private final Licenses licenses;

    LicensesController(Licenses licenses) {
        this.licenses = licenses;
    }

    @Schema(name = "LicenseList")
    record All(List<LicenseLine> licenses) {}

    @Get("{?q,steward,class,hub,sort}")
    @Operation(
            summary = "All license texts and use policies",
            description = "q finds a part of a name, key, family, steward, Hub id or license_name; class is one of"
                    + " permissive, copyleft, responsible-use, community, non-commercial, research-only; hub is an id"
                    + " of the Hub's license list; sort is title or models.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = All.class)))
    HttpResponse<String> list(
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String steward,
            @QueryValue("class") @Nullable String kind,
            @QueryValue @Nullable String hub,
            @QueryValue @Nullable String sort) {
        return json(new All(licenses.list(LicenseQuery.of(q, steward, kind, hub, sort))));
    }

    @Get("/{key}{?against}")
    @Operation(
            summary = "One license text version or use policy",
            description = "With its differences against the version before, or against the text that is named.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = LicenseDocument.class)))
    HttpResponse<String> get(String key, @QueryValue @Nullable String against) {
        return json(licenses.get(
                key, Optional.ofNullable(against).map(String::strip).filter(text -> !text.isEmpty())));
    }

    private static HttpResponse<String> json(Object body) {
        return HttpResponse.ok(CanonicalJson.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
