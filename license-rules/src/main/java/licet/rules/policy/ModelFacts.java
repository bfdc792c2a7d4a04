package licet.rules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseClass;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Relation;
import licet.rules.lineage.Traits;
import licet.rules.regulation.OpenSource;

/** What conditions may ask of a model. All of it is known, if only as {@code unknown} or {@code ??}. */
final class ModelFacts {
    private static final Domain OPEN = new Domain.Open();
    private static final Domain DEVELOPERS = new Domain.Developers();
    private static final Domain COUNTRIES = new Domain.Countries(true);
    private static final Domain PLACES = new Domain.Places();
    private static final Domain CLAUSES = new Domain.Words(new TreeSet<>(List.of(
            "usage-cap",
            "territory",
            "purpose-limit",
            "field-of-use",
            "output-training",
            "name-prefix",
            "duty",
            "registration",
            "agreement-gate",
            "ambiguity",
            "term")));

    private ModelFacts() {}

    static List<Entry> all() {
        var all = new ArrayList<Entry>();
        all.addAll(terms());
        all.addAll(clauses());
        all.addAll(origin());
        all.addAll(traits());
        return all;
    }

    private static List<Entry> terms() {
        return List.of(
                Entry.texts(
                        "model.licenses",
                        new Domain.Licenses(),
                        matter -> matter.terms().each(license -> license.key().value())),
                Entry.texts(
                        "model.license_classes",
                        Domain.Words.of(LicenseClass.class),
                        matter -> matter.terms().each(license -> Ids.of(license.licenseClass()))),
                Entry.texts(
                        "model.license_families", OPEN, matter -> matter.terms().each(License::family)),
                Entry.texts(
                        "model.license_changes",
                        Domain.Words.of(License.Terms.Kind.class),
                        matter -> matter.terms().all(LicenseFacts::changes)),
                Entry.texts("model.license_laws", OPEN, matter -> details(matter, Clause.Term.Kind.GOVERNING_LAW)),
                Entry.texts("model.license_forums", OPEN, matter -> details(matter, Clause.Term.Kind.ARBITRATION)),
                Entry.texts(
                        "model.license_contracting_entities",
                        OPEN,
                        matter -> details(matter, Clause.Term.Kind.CONTRACTING_ENTITY)),
                Entry.words("model.identification", Profile.State.class, ModelFacts::states),
                Entry.dates("model.terms_effective", matter -> matter.terms().effective()),
                new Entry(
                        "model.terms_undated",
                        Shape.FLAG,
                        OPEN,
                        matter -> new Value.Known(matter.terms().someUndated())),
                Entry.word(
                        "model.open_source",
                        OpenSource.class,
                        matter -> matter.terms().openSource()),
                Entry.texts(
                        "model.open_source_obstacles",
                        OPEN,
                        matter -> matter.terms().obstacles()));
    }

    private static List<Entry> clauses() {
        return List.of(
                Entry.texts("model.clauses", CLAUSES, matter -> matter.terms().all(LicenseFacts::clauseKinds)),
                Entry.words(
                        "model.duties",
                        Clause.Duty.Kind.class,
                        matter -> matter.terms().all(LicenseFacts::duties)),
                Entry.words(
                        "model.acts_not_granted",
                        Act.class,
                        matter -> matter.terms().all(LicenseFacts::notGranted)),
                Entry.texts(
                        "model.excluded_seats",
                        PLACES,
                        matter -> excluded(matter, Clause.Territory.Test.LICENSEE_SEAT)),
                Entry.texts(
                        "model.excluded_places_of_use",
                        PLACES,
                        matter -> excluded(matter, Clause.Territory.Test.PLACE_OF_USE)),
                Entry.texts(
                        "model.excluded_places_of_output",
                        PLACES,
                        matter -> excluded(matter, Clause.Territory.Test.PLACE_OF_OUTPUT)));
    }

    private static List<Entry> origin() {
        return List.of(
                Entry.text(
                        "model.developer",
                        DEVELOPERS,
                        matter -> matter.profile().developer()),
                Entry.text(
                        "model.country",
                        COUNTRIES,
                        matter -> matter.knowledge()
                                .jurisdictions()
                                .countryOf(matter.profile().developer())),
                Entry.texts(
                        "model.developers",
                        DEVELOPERS,
                        matter -> matter.profile().developers()),
                Entry.texts("model.base_developers", DEVELOPERS, matter -> licensors(matter, false)),
                Entry.texts("model.teacher_developers", DEVELOPERS, matter -> licensors(matter, true)),
                Entry.texts(
                        "model.countries", COUNTRIES, matter -> matter.profile().countries()),
                Entry.texts("model.lineage", Domain.Words.of(Relation.class), ModelFacts::relations),
                Entry.words(
                        "model.lineage_gaps",
                        Profile.LineageGap.class,
                        matter -> matter.profile().lineageGaps()));
    }

    private static List<Entry> traits() {
        return List.of(
                Entry.word(
                        "model.modality",
                        Modality.class,
                        matter -> matter.profile().traits().modality()),
                Entry.word(
                        "model.gating",
                        Traits.Gating.class,
                        matter -> matter.profile().traits().gating()),
                Entry.word(
                        "model.scan",
                        Traits.Scan.class,
                        matter -> matter.profile().traits().scan()),
                Entry.words(
                        "model.formats",
                        Traits.WeightFormat.class,
                        matter -> matter.profile().traits().formats()),
                Entry.word(
                        "model.size",
                        Traits.SizeBucket.class,
                        matter -> matter.profile().traits().size()));
    }

    private static List<String> details(Matter matter, Clause.Term.Kind kind) {
        return matter.terms().all(license -> license.details(kind));
    }

    private static List<String> excluded(Matter matter, Clause.Territory.Test test) {
        return matter.terms().all(license -> license.excluded(test));
    }

    private static Set<Profile.State> states(Matter matter) {
        return matter.profile().terms().stream()
                .filter(term -> term.artifact() == Artifact.WEIGHTS)
                .map(Profile.Term::state)
                .collect(Collectors.toSet());
    }

    /** The model's own developer stands behind its weights even where no term names it. */
    private static Set<String> licensors(Matter matter, boolean throughOutputs) {
        Predicate<Profile.Term> side = term -> term.throughOutputs() == throughOutputs;
        var names = matter.profile().terms().stream()
                .filter(side)
                .map(Profile.Term::licensor)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!throughOutputs) {
            names.add(matter.profile().developer());
        }
        return names;
    }

    private static Set<String> relations(Matter matter) {
        return matter.profile().terms().stream()
                .flatMap(term -> Stream.of(term.path().split(">", -1)))
                .filter(part -> !part.equals("self"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
