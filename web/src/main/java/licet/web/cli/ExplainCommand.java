package licet.web.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import licet.web.check.Explanation;
import licet.web.check.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Why a model may be used, or may not: every reason with its clause, and what would change the answer. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer>, Asking {
    @Parameters(paramLabel = "MODEL")
    private String model = "";

    @Mixin
    private AskOptions options = new AskOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var report = options.ask(List.of(Reference.named(model)));
        Terminal.system().line(Explanation.write(report.all().getFirst()).stripTrailing());
        return report.outcome().exitCode();
    }
}
