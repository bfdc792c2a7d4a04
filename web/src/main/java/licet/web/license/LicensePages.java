package licet.web.license;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.ingest.hub.Revision;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.Obligations;
import licet.registry.fact.Facts;
import licet.registry.license.ClauseGroup;
import licet.registry.license.LicenseDocument;
import licet.registry.license.LicenseLine;
import licet.registry.license.LicenseQuery;
import licet.registry.license.Licenses;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseClass;
import licet.rules.obligation.Pack;
import licet.web.layout.Texts;
import licet.web.license.LicensesView.Choice;

/** Puts the pages of licenses together. */
@Singleton
final class LicensePages {
    /** Models share their duties by license, so a few show them all. */
    private static final int PACKED = 5;

    private final Licenses licenses;
    private final Obligations obligations;
    private final Facts facts;
    private final Texts texts;

    LicensePages(Licenses licenses, Obligations obligations, Facts facts, Texts texts) {
        this.licenses = licenses;
        this.obligations = obligations;
        this.facts = facts;
        this.texts = texts;
    }

    LicensesView list(LicenseQuery query) {
        var all = licenses.list(new LicenseQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), LicenseQuery.Sort.TITLE));
        return new LicensesView(
                query.text().orElse(""),
                withAny(all.stream().flatMap(line -> line.steward().stream()), query.steward()),
                withAny(
                        query.licenseClass(),
                        Arrays.stream(LicenseClass.values())
                                .map(Ids::of)
                                .map(word -> choice(word, texts.get("license.class." + word), query.licenseClass()))),
                withAny(all.stream().flatMap(line -> line.hubIds().stream()), query.hubId()),
                Arrays.stream(LicenseQuery.Sort.values())
                        .map(sort -> choice(
                                sort.word(),
                                texts.get("licenses.sort." + sort.word()),
                                Optional.of(query.sort().word())))
                        .toList(),
                licenses.list(query).stream().map(this::row).toList());
    }

    private List<Choice> withAny(Stream<String> values, Optional<String> chosen) {
        return withAny(
                chosen,
                values.distinct()
                        .sorted(Comparator.comparing(String::toLowerCase))
                        .map(value -> choice(value, value, chosen)));
    }

    private List<Choice> withAny(Optional<String> chosen, Stream<Choice> choices) {
        return Stream.concat(Stream.of(new Choice("", texts.get("licenses.search.any"), chosen.isEmpty())), choices)
                .toList();
    }

    private static Choice choice(String value, String label, Optional<String> chosen) {
        return new Choice(value, label, chosen.filter(value::equalsIgnoreCase).isPresent());
    }

    private LicensesView.Row row(LicenseLine line) {
        return new LicensesView.Row(
                line,
                line.licenseClass()
                        .map(word -> texts.get("license.class." + word))
                        .orElseGet(() -> texts.get("licenses.usePolicy")));
    }

    /** @param pack the deployment whose duties are shown */
    LicenseView page(String key, Optional<String> against, Optional<DeploymentKey> pack) {
        var license = licenses.get(key, against);
        return new LicenseView(
                license,
                Arrays.stream(ClauseGroup.values())
                        .map(group -> new LicenseView.Group(group, clauses(license, group)))
                        .filter(group -> !group.clauses().isEmpty())
                        .toList(),
                facts.current().deployments().stream()
                        .map(versioned -> versioned.deployment())
                        .map(one -> new LicenseView.DeploymentChoice(
                                one.key().value(),
                                one.name(),
                                pack.filter(one.key()::equals).isPresent()))
                        .toList(),
                pack.map(deployment -> preview(license, deployment)));
    }

    private static List<LicenseDocument.ClauseLine> clauses(LicenseDocument license, ClauseGroup group) {
        return license.clauses().stream()
                .filter(clause -> clause.group().equals(group.word()))
                .toList();
    }

    private LicenseView.PackPreview preview(LicenseDocument license, DeploymentKey deployment) {
        var models = license.use().models().stream().limit(PACKED).toList();
        var pack = obligations.pack(
                deployment,
                models.stream()
                        .map(model -> new Obligations.Asked(ModelParameters.model(model), Revision.MAIN))
                        .toList());
        var documents = Stream.concat(
                        Stream.of(license.head().key()),
                        license.usePolicies().stream().map(LicenseDocument.Reference::key))
                .collect(Collectors.toSet());
        return new LicenseView.PackPreview(
                deployment.value(),
                models,
                tasks(pack.checklist(), documents),
                tasks(pack.conditional(), documents),
                "/api/v1/obligations?deployment=" + deployment.value()
                        + models.stream()
                                .map(model -> "&model=" + URLEncoder.encode(model, UTF_8))
                                .collect(Collectors.joining()));
    }

    /** The pack holds the duties of every text that binds a model; here only those of this text count. */
    private static List<LicenseView.Task> tasks(List<Pack.Item> items, Set<String> documents) {
        return items.stream()
                .filter(item -> item.basis().clauses().stream().anyMatch(cite -> documents.contains(cite.document())))
                .map(item -> new LicenseView.Task(
                        item.text(), item.words(), item.basis().condition()))
                .distinct()
                .toList();
    }
}
