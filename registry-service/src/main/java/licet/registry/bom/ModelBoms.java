package licet.registry.bom;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.ingest.card.CardReader;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.ModelRecords;
import licet.registry.decision.ModelDetail;
import licet.registry.decision.ModelDetails;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.license.LicenseKey;

/** Gathers what is on record of models for a bill of materials. */
@Singleton
class ModelBoms {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_DATASETS = 100;

    private final ModelDetails details;
    private final Catalog catalog;
    private final ModelRecords records;
    private final Knowledge knowledge;

    ModelBoms(ModelDetails details, Catalog catalog, ModelRecords records, Knowledge knowledge) {
        this.details = details;
        this.catalog = catalog;
        this.records = records;
        this.knowledge = knowledge;
    }

    /** As it stands now. @param deployment whose answer goes with it */
    ModelBom get(RepoId model, Optional<DeploymentKey> deployment) {
        return get(details.get(model, false, false), model, deployment);
    }

    /** As it stands at a commit. */
    ModelBom get(RepoId model, String revision, DeploymentKey deployment) {
        return get(details.get(model, revision), model, Optional.of(deployment));
    }

    private ModelBom get(ModelDetail detail, RepoId model, Optional<DeploymentKey> deployment) {
        var verdict = deployment.map(key -> detail.verdicts().stream()
                .filter(each -> each.deployment().key().equals(key.value()))
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.NotFound("deployment", key.value()).asException()));
        return new ModelBom(detail, concluded(detail), declared(detail), datasets(model), verdict);
    }

    private Optional<String> concluded(ModelDetail detail) {
        return Optional.ofNullable(detail.artifacts().get("weights"))
                .filter(weights -> weights.state().equals("identified")
                        && weights.candidates().size() == 1)
                .map(weights -> knowledge
                        .licenses()
                        .get(new LicenseKey(weights.candidates().getFirst()))
                        .names()
                        .reference());
    }

    private static List<ModelBom.Declared> declared(ModelDetail detail) {
        Map<String, ModelBom.Declared> all = new LinkedHashMap<>();
        for (var said : detail.evidence()) {
            var text = said.says().strip();
            if (!text.isEmpty()
                    && !said.source().equals("file-unread")
                    && !said.source().equals("file-text")) {
                String name = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
                all.putIfAbsent(said.source() + name, new ModelBom.Declared(name, said.source(), url(detail, said)));
            }
        }
        return new ArrayList<>(all.values());
    }

    /** Of the file that says it; addresses that cards give are not passed on. */
    private static Optional<String> url(ModelDetail detail, ModelDetail.Statement said) {
        return Optional.of(said.at().file())
                .filter(file -> file.matches("[A-Za-z0-9._/-]+") && file.contains("."))
                .map(file -> "https://huggingface.co/" + detail.model() + "/blob/" + detail.revision() + "/" + file);
    }

    private List<String> datasets(RepoId model) {
        return catalog.find(new ModelId(model.value()), Optional.empty())
                .flatMap(found -> records.findCard(found.id()))
                .map(card -> CardReader.read(card.text()).frontMatter().texts("datasets").stream()
                        .filter(name -> name.length() <= LONGEST_NAME && !name.isBlank())
                        .limit(MOST_DATASETS)
                        .toList())
                .orElseGet(List::of);
    }
}
