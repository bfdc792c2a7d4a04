package licet.registry.compare;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licet.rules.Knowledge;
import licet.rules.evidence.Artifact;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Lineage;
import licet.rules.release.Release;
import licet.rules.release.Releases;
import licet.rules.verdict.Answer;

/** Makes the column of one model out of what is on record about it and its verdict. */
@Singleton
final class Columns {
    private static final Set<String> DECIDING = Set.of(Answer.DENY.name(), Answer.NEEDS.name());

    private final Knowledge knowledge;
    private final Releases releases;

    Columns(Knowledge knowledge, Releases releases) {
        this.knowledge = knowledge;
        this.releases = releases;
    }

    ComparedModel of(Subject subject, VerdictDocument verdict) {
        var row = subject.row();
        var release = subject.asked().local() ? Optional.<Release>empty() : releases.find(subject.model());
        return new ComparedModel(
                subject.asked().written(),
                subject.model().value(),
                row.source(),
                subject.revision(),
                row.tier(),
                opinion(verdict),
                license(subject),
                row.developer().orElse(""),
                row.country(),
                release.map(Release::family),
                release.map(one -> one.released().text())
                        .or(() -> row.released().map(Columns::day)),
                traits(subject),
                lineage(subject),
                new ComparedModel.OnTheHub(
                        subject.onHub().disabled(), subject.onHub().missing(), row.downloads(), row.likes()));
    }

    private static String day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static ComparedModel.Opinion opinion(VerdictDocument verdict) {
        return new ComparedModel.Opinion(
                verdict.verdict(),
                verdict.permitted(),
                verdict.sentence(),
                verdict.reasons().stream()
                        .filter(reason -> DECIDING.contains(reason.effect()))
                        .toList(),
                verdict.questions(),
                verdict.validUntil());
    }

    private ComparedModel.License license(Subject subject) {
        var term = subject.weights().filter(_ -> subject.read());
        var candidates = term.map(
                        one -> one.candidates().stream().map(LicenseKey::value).toList())
                .orElseGet(() -> subject.row().license().stream().toList());
        return new ComparedModel.License(
                candidates,
                term.map(one -> Ids.of(one.state()))
                        .orElseGet(() -> subject.row().identification()),
                candidates.stream()
                        .flatMap(key -> knowledge.licenses().find(new LicenseKey(key)).stream())
                        .map(license -> Ids.of(license.licenseClass()))
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static ComparedModel.Traits traits(Subject subject) {
        var row = subject.row();
        var traits = subject.conclusion().profile().traits();
        return new ComparedModel.Traits(
                Kind.modality(subject),
                Kind.size(subject).orElse(Kind.UNKNOWN),
                row.parameters(),
                traits.formats().stream().map(Ids::of).toList(),
                subject.read() ? Ids.of(traits.gating()) : row.gated().orElse(Ids.of(traits.gating())),
                Ids.of(traits.scan()));
    }

    private static ComparedModel.Lineage lineage(Subject subject) {
        var lineage = subject.conclusion().lineage();
        return new ComparedModel.Lineage(
                subject.read()
                        ? subject.conclusion().lineageState()
                        : subject.row().lineage(),
                lineage.nodes().stream()
                        .filter(node -> node.path().size() == 1)
                        .map(Columns::base)
                        .toList(),
                lineage.gaps().stream()
                        .map(gap -> new ComparedModel.Gap(
                                gap.parent().value(), Ids.of(gap.path().getLast()), Ids.of(gap.reason())))
                        .toList());
    }

    private static ComparedModel.Base base(Lineage.Node node) {
        return new ComparedModel.Base(
                node.model().value(),
                Ids.of(node.path().getLast()),
                Optional.ofNullable(node.identifications().get(Artifact.WEIGHTS))
                        .map(found -> found.candidates().stream()
                                .map(LicenseKey::value)
                                .collect(Collectors.joining(" or ")))
                        .orElse(""));
    }
}
