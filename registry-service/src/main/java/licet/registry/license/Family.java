package licet.registry.license;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.explain.LicenseWording;
import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.license.UsePolicy;
import licet.rules.license.difference.Difference;
import licet.rules.license.difference.Differences;

/** The versions and variants of a text, and what each says otherwise. */
@Singleton
class Family {
    private static final Comparator<Member> BY_DATE = Comparator.comparing(
                    (Member member) -> member.effective().orElse(LocalDate.MIN))
            .thenComparing(Member::version)
            .thenComparing(Member::key);

    private final Knowledge knowledge;

    Family(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * One of a family, as seen from the text that is asked for.
     *
     * @param differences what the asked text says otherwise than this one
     */
    record Member(
            String key, String title, String version, Optional<LocalDate> effective, List<Difference> differences) {
        LicenseDocument.FamilyLine line(String asked) {
            return new LicenseDocument.FamilyLine(
                    key, title, version, effective, key.equals(asked), differences.size());
        }

        LicenseDocument.Differences in(LicenseWording wording, String asked) {
            return new LicenseDocument.Differences(
                    new LicenseDocument.Reference(key, title),
                    differences.stream()
                            .map(one -> wording.change(one, title, asked))
                            .toList());
        }
    }

    /** In the order of their dates, the asked text among them. */
    List<Member> of(License asked) {
        return knowledge.licenses().licenses().stream()
                .filter(license -> license.family().equals(asked.family()))
                .map(license -> new Member(
                        license.key().value(),
                        license.names().title(),
                        license.names().version(),
                        license.effective(),
                        Differences.between(knowledge.licenses(), license, asked)))
                .sorted(BY_DATE)
                .toList();
    }

    /** Use policies are of one family when the licenses that name them are. */
    List<Member> of(UsePolicy asked) {
        var families = Licenses.binding(knowledge, asked.key()).stream()
                .map(License::family)
                .distinct()
                .toList();
        return Stream.concat(
                        Stream.of(asked.key()),
                        knowledge.licenses().licenses().stream()
                                .filter(license -> families.contains(license.family()))
                                .flatMap(license -> license.usePolicies().stream()))
                .distinct()
                .map(key -> member(key, asked))
                .sorted(BY_DATE)
                .toList();
    }

    private Member member(LicenseKey key, UsePolicy asked) {
        var policy = knowledge.licenses().policy(key);
        return new Member(
                key.value(),
                policy.title(),
                policy.version(),
                policy.effective(),
                Differences.between(policy.clauses(), asked.clauses()));
    }

    /** The one that was asked for; else the one before by date, or the one with the fewest differences. */
    static Optional<Member> choose(List<Member> family, String asked, Optional<String> against) {
        var others =
                family.stream().filter(member -> !member.key().equals(asked)).toList();
        if (against.isPresent()) {
            return Optional.of(others.stream()
                    .filter(member -> member.key().equals(against.get()))
                    .findFirst()
                    .orElseThrow(() -> Licenses.unknown(against.get())));
        }
        var day = family.stream()
                .filter(member -> member.key().equals(asked))
                .findFirst()
                .flatMap(Member::effective);
        return day.flatMap(own -> others.stream()
                        .filter(member ->
                                member.effective().filter(own::isAfter).isPresent())
                        .reduce((_, last) -> last))
                .or(() -> others.stream()
                        .min(Comparator.comparingInt(
                                member -> member.differences().size())));
    }
}
