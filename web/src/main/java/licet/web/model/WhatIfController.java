package licet.web.model;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.Readers;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/**
 * Answers to open questions, to see what would follow. They come in the body: figures about money and users must stand
 * in no address, history or log.
 */
@Controller("/models/{owner}/{name}/what-if")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class WhatIfController {
    private static final String TEMPLATE = "what-if";
    private static final String DEPLOYMENT = "deployment";
    private static final String SOURCE = "source";

    private final WhatIfPages pages;
    private final Frame frame;

    WhatIfController(WhatIfPages pages, Frame frame) {
        this.pages = pages;
        this.frame = frame;
    }

    /** Without answers there is nothing to suppose. */
    @Get
    HttpResponse<?> back(String owner, String name) {
        return HttpResponse.seeOther(
                URI.create("/models/" + ModelParameters.model(owner, name).value()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> suppose(
            HttpRequest<?> request, String owner, String name, @Body Map<String, Object> form, Principal caller) {
        var answers = new TreeMap<String, List<String>>();
        form.forEach((field, value) -> answers.put(field, texts(value)));
        answers.remove(FormToken.FIELD);
        var deployment = first(answers.remove(DEPLOYMENT));
        var source = first(answers.remove(SOURCE));
        var view = pages.of(
                ModelParameters.model(owner, name),
                ModelParameters.isLocal(source),
                ModelParameters.deployment(deployment),
                answers,
                Readers.seesValues(caller));
        return view.problems().isEmpty()
                ? frame.ok(request, Page.Section.MODELS, TEMPLATE, view)
                : frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, view);
    }

    private static @Nullable String first(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    private static List<String> texts(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
