package licet.registry.platform.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.ProblemText;

/** RFC 9457, with the wrong fields of the request. */
@Serdeable
record ProblemDocument(String type, String title, int status, String detail, String instance, List<FieldError> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemDocument of(ProblemText text, String path) {
        return new ProblemDocument(text.type(), text.title(), text.status(), text.detail(), path, text.errors());
    }
}
