package licet.registry.platform.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import licet.registry.platform.problem.RegistryProblem;

/** Routes of every kind to knock at. */
@Hidden
@Requires(property = "licet.door-probe")
@Controller
class DoorProbe {
    @Serdeable
    record Order(int amount) {}

    @Get("/api/probe/undeclared")
    String undeclared() {
        return "never";
    }

    @Get("/api/probe/scopeless")
    @Access
    String scopeless() {
        return "never";
    }

    @Get("/api/probe/numbers/{number}")
    @Access(scope = Scope.READ)
    String number(int number) {
        return "number " + number;
    }

    @Get("/api/probe/query")
    @Access(scope = Scope.READ)
    String query(@QueryValue String needed) {
        return needed;
    }

    @Get("/api/probe/gate")
    @Access(scope = Scope.GATE)
    String gate(Principal caller) {
        return caller.getName();
    }

    @Get("/api/probe/fault")
    @Access(scope = Scope.READ)
    String fault() {
        throw new IllegalStateException("a detail that nobody outside may read");
    }

    @Get("/api/probe/outage")
    @Access(scope = Scope.READ)
    String outage() {
        throw new IllegalStateException(new SQLTransientConnectionException("pool is empty"));
    }

    @Get("/api/probe/missing")
    @Access(scope = Scope.READ)
    String missing() {
        throw new RegistryProblem.NotFound("model", "a/b").asException();
    }

    @Post("/api/probe/orders")
    @Access(scope = Scope.WRITE)
    String order(@Body Order order) {
        return "ordered " + order.amount();
    }

    @Get("/probe/page")
    @Access
    @Produces(MediaType.TEXT_HTML)
    String page(Principal caller) {
        return "<p>" + caller.getName();
    }

    @Get("/probe/auditors")
    @Access(role = Role.AUDITOR)
    String auditors() {
        return "never";
    }

    @Post("/probe/form")
    @Access
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    String form(@Body Map<String, String> form) {
        return "got " + form.get("amount");
    }

    @Post("/probe/open-form")
    @Access(Access.Who.OPEN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    String openForm(@Body Map<String, String> form, @Nullable Principal caller) {
        return (caller == null ? "nobody" : caller.getName()) + " sent " + form.get("amount");
    }
}
