package licet.rules.obligation;

import java.util.List;
import java.util.Locale;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.license.LicenseCatalog;

/** Makes the obligations pack of a deployment from the verdicts of its models. */
public final class PackMaker {
    private final LicenseCatalog catalog;
    private final Locale locale;

    public PackMaker(LicenseCatalog catalog, Locale locale) {
        this.catalog = catalog;
        this.locale = locale;
    }

    /** @param models all models of the deployment; a duty that several have stands once in the pack */
    public Pack pack(Deployment deployment, Organization organization, List<Held> models) {
        var sentences = new Sentences(catalog, locale, organization);
        var duties = Due.all(models, catalog, sentences);
        var words = new FixedWords(sentences);
        var texts = new Texts(sentences);
        var name = new Naming(sentences).check(models, deployment);
        var items = new Tasks(catalog, sentences).items(models, duties, name);
        return new Pack(
                Pack.SCHEMA,
                deployment.key().value(),
                deployment.name(),
                models.stream().map(PackMaker::model).toList(),
                words.notices(duties),
                words.badges(duties),
                name,
                texts.licenses(duties),
                texts.policies(duties),
                words.modifications(duties, deployment, organization),
                new HandDown(catalog, sentences).restrictions(duties),
                items.stream().filter(item -> item.basis().isDue()).toList(),
                items.stream().filter(item -> !item.basis().isDue()).toList());
    }

    private static Pack.Model model(Held held) {
        return new Pack.Model(
                held.model().value(), held.revision(), held.verdict().answer().name());
    }
}
