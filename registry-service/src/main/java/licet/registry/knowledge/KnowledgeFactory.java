package licet.registry.knowledge;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import licet.rules.Knowledge;
import licet.rules.ShippedReleases;
import licet.rules.change.SmallestChange;
import licet.rules.explain.Explainer;
import licet.rules.lineage.Concluder;
import licet.rules.lineage.Developers;
import licet.rules.obligation.PackFiles;
import licet.rules.obligation.PackMaker;
import licet.rules.release.ModelFamilies;
import licet.rules.release.Releases;
import licet.rules.verdict.Evaluator;

/** Builds the pure parts of license-rules from the knowledge that ships with the product. */
@Factory
final class KnowledgeFactory {
    @Singleton
    HubMode hubMode(@Value("${licet.hub:recorded}") String mode) {
        return HubMode.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    /** Stand-ins are texts of the recorded Hub; a real repository must never be judged by one. */
    @Singleton
    Knowledge knowledge(HubMode mode, Optional<KnowledgeAhead> ahead) {
        return ahead.map(KnowledgeAhead::get).orElseGet(() -> Knowledge.load(mode == HubMode.RECORDED));
    }

    @Singleton
    Releases releases() {
        return ShippedReleases.load();
    }

    @Singleton
    ModelFamilies modelFamilies() {
        return ShippedReleases.families();
    }

    @Singleton
    Evaluator evaluator(Knowledge knowledge) {
        return new Evaluator(knowledge.licenses(), knowledge.regions()::contains);
    }

    @Singleton
    SmallestChange smallestChange(Evaluator evaluator, Knowledge knowledge) {
        return new SmallestChange(evaluator, knowledge.licenses(), knowledge.regions()::contains);
    }

    @Singleton
    Explainer explainer(Knowledge knowledge) {
        return new Explainer(knowledge.licenses(), Locale.ENGLISH);
    }

    @Singleton
    PackMaker packMaker(Knowledge knowledge) {
        return new PackMaker(knowledge.licenses(), Locale.ENGLISH);
    }

    @Singleton
    PackFiles packFiles() {
        return new PackFiles(Locale.ENGLISH);
    }

    @Singleton
    Developers developers(Knowledge knowledge) {
        return KnownDevelopers.of(knowledge);
    }

    @Singleton
    Concluder concluder(Knowledge knowledge, Developers developers) {
        return KnownDevelopers.concluder(knowledge, developers);
    }
}
