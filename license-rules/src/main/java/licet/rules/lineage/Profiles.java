package licet.rules.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Identification;
import licet.rules.evidence.PolicyFile;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseKey;

/** Reduces a lineage to what the rules may read, and keeps aside where the evidence for it stands. */
final class Profiles {
    private Profiles() {}

    static Profile of(Lineage lineage, Traits traits, Developers developers) {
        var terms = new TreeSet<Profile.Term>();
        for (var node : lineage.nodes()) {
            if (!node.superseded()) {
                node.identifications()
                        .forEach((artifact, identification) -> terms.add(new Profile.Term(
                                node.role(),
                                artifact,
                                state(identification),
                                identification.candidates(),
                                node.modality(),
                                node.developer(),
                                policies(identification),
                                policyGaps(identification))));
            }
        }
        var names =
                lineage.nodes().stream().map(Lineage.Node::developer).collect(Collectors.toCollection(TreeSet::new));
        return new Profile(
                terms,
                gaps(lineage),
                lineage.own().developer(),
                names,
                names.stream().map(developers::countryOf).collect(Collectors.toCollection(TreeSet::new)),
                traits);
    }

    private static TreeSet<LicenseKey> policies(Identification identification) {
        return files(identification)
                .flatMap(file -> file instanceof PolicyFile.NotBound(var at, var policy)
                        ? Stream.of(policy)
                        : Stream.<LicenseKey>of())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<Profile.PolicyGap> policyGaps(Identification identification) {
        return files(identification).flatMap(Profiles::gap).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Profile.PolicyGap> gap(PolicyFile file) {
        return switch (file) {
            case PolicyFile.Bound _, PolicyFile.NotBound _ -> Stream.of();
            case PolicyFile.Changed _ -> Stream.of(Profile.PolicyGap.CHANGED);
            case PolicyFile.Unknown _ -> Stream.of(Profile.PolicyGap.UNKNOWN);
            case PolicyFile.Unread _ -> Stream.of(Profile.PolicyGap.UNREAD);
        };
    }

    private static Stream<PolicyFile> files(Identification identification) {
        return identification instanceof Identification.Identified identified
                ? identified.policies().stream()
                : Stream.of();
    }

    private static TreeSet<Profile.LineageGap> gaps(Lineage lineage) {
        var gaps = lineage.gaps().stream().map(Profiles::kind).collect(Collectors.toCollection(TreeSet::new));
        if (!lineage.undeclared().isEmpty()) {
            gaps.add(Profile.LineageGap.UNDECLARED);
        }
        return gaps;
    }

    private static Profile.LineageGap kind(Lineage.Gap gap) {
        return switch (gap.reason()) {
            case NOT_READ -> Profile.LineageGap.PARENT_NOT_READ;
            case CYCLE -> Profile.LineageGap.CYCLE;
            case TOO_DEEP -> Profile.LineageGap.TOO_DEEP;
        };
    }

    private static Profile.State state(Identification identification) {
        return switch (identification) {
            case Identification.Identified _ -> Profile.State.IDENTIFIED;
            case Identification.OneOf _ -> Profile.State.ONE_OF;
            case Identification.Conflicting _ -> Profile.State.CONFLICTING;
            case Identification.Unrecognized _ -> Profile.State.UNRECOGNIZED;
            case Identification.Absent _ -> Profile.State.ABSENT;
            case Identification.Unread _ -> Profile.State.UNREAD;
        };
    }

    static Conclusion.Bindings bind(Lineage lineage) {
        var roles = new HashMap<String, Conclusion.Bound>();
        for (var node : lineage.nodes()) {
            node.identifications().forEach((artifact, found) -> bind(roles, node, artifact, found));
        }
        lineage.gaps().forEach(gap -> put(roles, "lineage/" + Ids.of(kind(gap)), List.of(gap.at()), lineage.own()));
        lineage.undeclared()
                .forEach(hint -> put(
                        roles, "lineage/" + Ids.of(Profile.LineageGap.UNDECLARED), List.of(hint.at()), lineage.own()));
        return new Conclusion.Bindings(roles);
    }

    private static void bind(
            Map<String, Conclusion.Bound> roles, Lineage.Node node, Artifact artifact, Identification found) {
        String role = node.role() + "/" + Ids.of(artifact);
        put(roles, role, found.evidence(), node);
        for (LicenseKey candidate : found.candidates()) {
            put(roles, role + "/" + candidate, found.evidence(), node);
        }
    }

    private static void put(
            Map<String, Conclusion.Bound> roles, String role, List<EvidenceRef> evidence, Lineage.Node node) {
        roles.merge(role, new Conclusion.Bound(evidence, node.via()), Conclusion.Bound::and);
    }
}
