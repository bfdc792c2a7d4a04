package licet.registry.platform.http;

import io.micronaut.context.annotation.Secondary;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import licet.registry.platform.problem.ProblemText;

/** Stands in where no pages are installed. */
@Singleton
@Secondary
final class PlainErrorPage implements ErrorPage {
    @Override
    public String render(HttpRequest<?> request, ProblemText problem) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
                <body><h1>%1$s</h1><p>%2$s</p></body></html>
                """.formatted(escape(problem.title()), escape(problem.detail()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
