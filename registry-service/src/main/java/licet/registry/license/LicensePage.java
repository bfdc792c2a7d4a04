package licet.registry.license;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.decision.LicenseUse;
import licet.registry.terms.LivePages;
import licet.rules.Knowledge;
import licet.rules.explain.LicenseWording;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.license.UsePolicy;

/** Puts the document of one license or use policy together. */
@Singleton
class LicensePage {
    private static final String OWN_REFERENCE = "LicenseRef-";

    private final Knowledge knowledge;
    private final Family family;
    private final FileRemarks remarks;
    private final LivePages pages;
    private final LicenseUse use;
    private final LicenseWording wording = new LicenseWording(Locale.ENGLISH);

    LicensePage(Knowledge knowledge, Family family, FileRemarks remarks, LivePages pages, LicenseUse use) {
        this.knowledge = knowledge;
        this.family = family;
        this.remarks = remarks;
        this.pages = pages;
        this.use = use;
    }

    LicenseDocument of(License license, LicenseLine head, Optional<String> against) {
        var members = family.of(license);
        String key = license.key().value();
        return new LicenseDocument(
                LicenseDocument.SCHEMA,
                head,
                change(license),
                Arrays.stream(Act.values()).map(act -> grant(license, act)).toList(),
                clauses(license),
                license.usePolicies().stream()
                        .map(policy -> new LicenseDocument.Reference(
                                policy.value(),
                                knowledge.licenses().policy(policy).title()))
                        .toList(),
                List.of(),
                remarks.of(key).head(),
                members.stream().map(member -> member.line(key)).toList(),
                Family.choose(members, key, against)
                        .map(member -> member.in(wording, license.names().title())),
                new LicenseDocument.Place(license.steward(), pages.of(license.key()), spdx(license)),
                use.of(Set.of(license.key())));
    }

    LicenseDocument of(UsePolicy policy, LicenseLine head, Optional<String> against) {
        var members = family.of(policy);
        var binding = Licenses.binding(knowledge, policy.key());
        String key = policy.key().value();
        return new LicenseDocument(
                LicenseDocument.SCHEMA,
                head,
                new LicenseDocument.Change(
                        Ids.of(policy.terms()), wording.terms(policy.terms()), "", "", Optional.empty()),
                List.of(),
                policy.clauses().stream()
                        .map(clause -> clause(clause, policy.title()))
                        .toList(),
                List.of(),
                binding.stream()
                        .map(license -> new LicenseDocument.Reference(
                                license.key().value(), license.names().title()))
                        .toList(),
                remarks.of(key).head(),
                members.stream().map(member -> member.line(key)).toList(),
                Family.choose(members, key, against).map(member -> member.in(wording, policy.title())),
                new LicenseDocument.Place(
                        binding.stream().map(License::steward).distinct().collect(Collectors.joining(", ")),
                        pages(binding),
                        Optional.empty()),
                use.of(Stream.concat(Stream.of(policy.key()), binding.stream().map(License::key))
                        .collect(Collectors.toSet())));
    }

    private List<URI> pages(List<License> binding) {
        return binding.stream()
                .flatMap(license -> pages.of(license.key()).stream())
                .distinct()
                .toList();
    }

    private LicenseDocument.Change change(License license) {
        var terms = license.terms();
        return new LicenseDocument.Change(
                Ids.of(terms.kind()),
                wording.terms(terms.kind()),
                Ids.of(terms.control()),
                wording.control(terms.control()),
                license.licensor());
    }

    private LicenseDocument.GrantLine grant(License license, Act act) {
        var grant = license.grant(act);
        return new LicenseDocument.GrantLine(
                Ids.of(act),
                wording.act(act),
                Ids.of(grant.state()),
                grant.citation().section(),
                remarks.of(license.key().value()).find(Ids.of(act)));
    }

    private List<LicenseDocument.ClauseLine> clauses(License license) {
        return knowledge.licenses().clausesOf(license).stream()
                .map(clause -> clause(clause, title(clause.head().citation().document())))
                .toList();
    }

    private String title(String document) {
        var key = new LicenseKey(document);
        return knowledge
                .licenses()
                .find(key)
                .map(license -> license.names().title())
                .orElseGet(() -> knowledge.licenses().policy(key).title());
    }

    private LicenseDocument.ClauseLine clause(Clause clause, String title) {
        String document = clause.head().citation().document();
        return new LicenseDocument.ClauseLine(
                clause.id(),
                ClauseGroup.of(clause).word(),
                clause.kindId(),
                document,
                clause.head().citation().section(),
                wording.clause(clause, title),
                clause instanceof Clause.UsageCap cap ? wording.limits(cap) : List.of(),
                remarks.of(document).find(clause.id()));
    }

    private static Optional<URI> spdx(License license) {
        String id = license.names().reference();
        return id.startsWith(OWN_REFERENCE)
                ? Optional.empty()
                : Optional.of(URI.create("https://spdx.org/licenses/" + id + ".html"));
    }
}
