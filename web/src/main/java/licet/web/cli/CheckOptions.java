package licet.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import licet.web.check.Reference;
import licet.web.check.Report;
import licet.web.check.ReportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who is asked, and how the answers are written. */
final class CheckOptions {
    @Mixin
    private AskOptions asked = new AskOptions();

    @Option(names = "--format", paramLabel = "text|json|sarif|junit|markdown", converter = FormatConverter.class)
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    /** Asks about all of them and writes the report. */
    Report run(List<Reference> references) throws IOException, InterruptedException {
        var report = asked.ask(references);
        String text = format.write(report);
        if (out == null) {
            Terminal.system().line(text.stripTrailing());
        } else {
            Files.writeString(out, text);
        }
        return report;
    }
}
