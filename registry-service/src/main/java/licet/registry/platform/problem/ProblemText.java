package licet.registry.platform.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** A problem in words and as a status. The words are in {@code problems.properties}. */
public record ProblemText(String key, int status, String title, String detail, List<FieldError> errors) {
    public ProblemText {
        errors = List.copyOf(errors);
    }

    /** A stable name for programs; titles may be reworded. */
    public String type() {
        return "urn:licet:problem:" + key;
    }

    /** All of it in one line. */
    public String sentence() {
        var mends = errors.stream().map(error -> " " + error.field() + ": " + error.mend());
        return detail + mends.collect(Collectors.joining());
    }

    public static ProblemText of(RegistryProblem problem) {
        return switch (problem) {
            case RegistryProblem.NotFound(var kind, var id) -> text("not-found", 404, kind, id);
            case RegistryProblem.NoSuchAddress(var path) -> text("no-such-address", 404, path);
            case RegistryProblem.Malformed(var errors) -> malformed(errors);
            case RegistryProblem.Conflict(var kind, var id, var mend) -> text("conflict", 409, kind, id, mend);
            case RegistryProblem.ChangedMeanwhile(var kind, var id) -> text("changed-meanwhile", 412, kind, id);
            case RegistryProblem.KeyReused(var key) -> text("key-reused", 422, key);
            case RegistryProblem.NotAuthenticated() -> text("not-authenticated", 401);
            case RegistryProblem.SignInRefused() -> text("sign-in-refused", 401);
            case RegistryProblem.Forbidden(var needed) -> text("forbidden", 403, needed);
            case RegistryProblem.ForeignForm() -> text("foreign-form", 403);
            case RegistryProblem.TooManyAttempts(var retryAfter) ->
                text("too-many-attempts", 429, Long.toString(retryAfter.toSeconds()));
            case RegistryProblem.TooLarge(var limit) -> text("too-large", 413, Long.toString(limit));
            case RegistryProblem.MethodNotAllowed(var method, var allowed) ->
                text("method-not-allowed", 405, method, String.join(", ", allowed));
            case RegistryProblem.UnsupportedMediaType() -> text("unsupported-media-type", 415);
            case RegistryProblem.NotAcceptable() -> text("not-acceptable", 406);
            case RegistryProblem.Unavailable outage -> text("unavailable", 503, outage.what());
            case RegistryProblem.Fault(var reference) -> text("fault", 500, reference);
        };
    }

    private static ProblemText malformed(List<FieldError> errors) {
        var plain =
                text("malformed", 400, errors.isEmpty() ? "" : errors.getFirst().field());
        return new ProblemText(plain.key, plain.status, plain.title, plain.detail, errors);
    }

    private static ProblemText text(String key, int status, Object... arguments) {
        var words = ResourceBundle.getBundle("licet.registry.platform.problem.problems", Locale.ENGLISH);
        var detail = new MessageFormat(words.getString(key + ".detail"), Locale.ROOT).format(arguments);
        return new ProblemText(key, status, words.getString(key + ".title"), detail, List.of());
    }
}
