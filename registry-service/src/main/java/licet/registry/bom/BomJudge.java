package licet.registry.bom;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import licet.registry.catalog.FileHolders;
import licet.registry.decision.BulkGate;
import licet.registry.decision.GateAnswers;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.DeploymentKey;

/** Asks the gate about every model that a document names. Nothing of the document is kept. */
@Singleton
final class BomJudge {
    private static final String UNNAMED =
            "it is named in no way that Licet knows: give a package URL of type huggingface";
    private static final String UNHELD = "no repository on record holds a file with this hash";

    private final BulkGate gate;
    private final FileHolders holders;

    BomJudge(BulkGate gate, FileHolders holders) {
        this.gate = gate;
        this.holders = holders;
    }

    BomVerdicts judge(Bom bom, DeploymentKey deployment, boolean showValues) {
        if (bom.entries().size() > BulkGate.MOST) {
            throw new RegistryProblem.Malformed(
                            "body", bom.entries().size() + " models", "send at most " + BulkGate.MOST + " models")
                    .asException();
        }
        Map<Bom.Entry, BulkGate.Asked> asked = new HashMap<>();
        bom.entries().forEach(entry -> asked(entry).ifPresent(one -> asked.put(entry, one)));
        var answers = answers(List.copyOf(asked.values()), deployment, showValues);
        var all = new ArrayList<BomVerdicts.One>();
        for (var entry : bom.entries()) {
            all.add(Optional.ofNullable(asked.get(entry))
                    .map(one -> BomVerdicts.One.of(entry.label(), Objects.requireNonNull(answers.get(one.written()))))
                    .orElseGet(() -> BomVerdicts.One.unasked(entry.label(), why(entry))));
        }
        return BomVerdicts.of(bom.format(), deployment.value(), all);
    }

    private Map<String, GateAnswers.One> answers(
            List<BulkGate.Asked> asked, DeploymentKey deployment, boolean showValues) {
        Map<String, GateAnswers.One> all = new HashMap<>();
        gate.ask(asked, deployment, showValues).answers().forEach(answer -> all.put(answer.asked(), answer));
        return all;
    }

    private Optional<BulkGate.Asked> asked(Bom.Entry entry) {
        return switch (entry.named()) {
            case Bom.Named.Model(var reference) -> Optional.of(BulkGate.Asked.of(reference));
            case Bom.Named.File(var sha256) ->
                holders.list(sha256).stream()
                        .findFirst()
                        .map(holder -> BulkGate.Asked.of(holder.model().value() + "@" + holder.revision()));
            case Bom.Named.Nothing _ -> Optional.empty();
        };
    }

    private static String why(Bom.Entry entry) {
        return entry.named() instanceof Bom.Named.File ? UNHELD : UNNAMED;
    }
}
