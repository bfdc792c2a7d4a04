package licet.rules.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import licet.rules.facts.Question;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Conclusion;

/** What is left of an assessment for one model at one moment once the instruments were held against it. */
final class Lifted {
    private static final Comparator<Instrument> LONGEST =
            Comparator.comparing((Instrument instrument) -> instrument.until().orElse(Instant.MAX));

    private final Assessment assessment;
    private final List<Instrument> instruments;
    private final Conclusion.Bindings evidence;
    private final Instant now;
    private final List<Verdict.Cited> cited = new ArrayList<>();
    private Optional<Instant> until;

    Lifted(Assessment assessment, List<Instrument> instruments, Conclusion.Bindings evidence, Instant now) {
        this.assessment = assessment;
        this.instruments = instruments;
        this.evidence = evidence;
        this.now = now;
        this.until = assessment.validUntil();
    }

    Verdict verdict() {
        var answers = assessment.open().stream()
                .flatMap(open -> open.versions().stream())
                .map(this::fixing)
                .toList();
        if (answers.stream().allMatch(answer -> answer.by().isEmpty())) {
            assessment.findings().forEach(this::finding);
            return verdict(cited);
        }
        assessment.open().stream().flatMap(open -> open.settled().stream()).forEach(this::finding);
        answers.forEach(this::fixed);
        return verdict(cited.stream().distinct().toList());
    }

    private Verdict verdict(List<Verdict.Cited> all) {
        return new Verdict(answer(all), all, questions(all), now, until);
    }

    /** @param by the acceptance that says which version binds */
    private record Fixed(Versions of, Optional<Instrument> by) {}

    /** Acceptances of different versions contradict each other and say nothing; nor does one that does not act now. */
    private Fixed fixing(Versions of) {
        var bound = evidence.of(of.question().subject().role());
        var covering = instruments.stream()
                .filter(one -> Lifting.canAnswer(one.kind(), of.question()))
                .filter(one -> version(one).filter(of.under()::containsKey).isPresent())
                .filter(one -> one.reach().covers(assessment.use(), bound))
                .toList();
        covering.stream().map(Instrument::from).filter(now::isBefore).forEach(begin -> limit(Optional.of(begin)));
        var acting = covering.stream().filter(one -> one.actsAt(now)).toList();
        acting.forEach(one -> limit(one.until()));
        boolean agreed = acting.stream().map(Lifted::version).distinct().count() == 1;
        return new Fixed(of, agreed ? acting.stream().max(LONGEST) : Optional.empty());
    }

    private static Optional<LicenseKey> version(Instrument instrument) {
        return instrument.text().flatMap(Instrument.Text::key);
    }

    /** A version that is fixed is judged like any other text: what it bars stays barred. */
    private void fixed(Fixed answer) {
        if (answer.by().isEmpty()) {
            answer.of().open().forEach(this::finding);
            return;
        }
        var by = answer.by().get();
        var question = answer.of().question();
        var bound = evidence.of(question.subject().role());
        cited.add(new Verdict.Cited(new Finding.Waived(question, by.id()), bound.evidence(), bound.via(), answer.by()));
        Objects.requireNonNull(answer.of().under().get(version(by).orElseThrow()))
                .forEach(this::finding);
    }

    private void finding(Finding finding) {
        var bound = evidence.of(finding.subject().role());
        if (UpstreamName.isKept(finding, bound)) {
            return;
        }
        if (!Lifting.isLiftable(finding)) {
            cited.add(new Verdict.Cited(finding, bound.evidence(), bound.via()));
            return;
        }
        var covering = instruments.stream()
                .filter(candidate ->
                        candidate.lifts().contains(finding.subject().id())
                                && covers(candidate, bound)
                                && isOfTheText(candidate)
                                && isAsSeen(candidate, finding))
                .toList();
        var instrument = covering.stream()
                .filter(candidate -> Lifting.lifts(candidate, finding, now))
                .max(LONGEST);
        limit(instrument.isPresent() ? instrument.get().until() : begins(covering, finding));
        Finding effective = instrument
                .<Finding>map(by -> new Finding.Waived(finding, by.id()))
                .orElse(finding);
        cited.add(new Verdict.Cited(effective, bound.evidence(), bound.via(), instrument));
    }

    /** Who accepted another text, or this one before its file changed, has not accepted what binds here. */
    private boolean isOfTheText(Instrument instrument) {
        return instrument
                .text()
                .map(text -> text.key()
                        .map(assessment::isUnder)
                        .orElseGet(() -> text.sha256().filter(evidence::shows).isPresent()))
                .orElse(true);
    }

    /** What is pinned names the judged model, since a rule has no place in the lineage. */
    private boolean covers(Instrument instrument, Conclusion.Bound at) {
        var place = instrument.pin().isEmpty()
                ? at
                : new Conclusion.Bound(List.of(), evidence.judged().stream().toList());
        return instrument.reach().covers(assessment.use(), place);
    }

    /** Another rule under the same name, or another text, is nothing that anybody waived. */
    private boolean isAsSeen(Instrument instrument, Finding finding) {
        return instrument
                .pin()
                .map(pin -> Waivable.rule(assessment, finding.subject())
                                .filter(pin.rule()::equals)
                                .isPresent()
                        && pin.texts().map(evidence.texts()::equals).orElse(true))
                .orElse(true);
    }

    private void limit(Optional<Instant> end) {
        until = Validity.min(until, end);
    }

    /** The first moment at which an instrument that does not act yet lifts a finding. */
    private Optional<Instant> begins(List<Instrument> covering, Finding finding) {
        return covering.stream()
                .filter(candidate -> candidate.from().isAfter(now) && Lifting.reaches(candidate, finding))
                .map(Instrument::from)
                .min(Comparator.naturalOrder());
    }

    private static Answer answer(List<Verdict.Cited> findings) {
        return findings.stream()
                .map(cited -> answer(cited.finding()))
                .min(Comparator.naturalOrder())
                .orElse(Answer.NEEDS);
    }

    private static Answer answer(Finding finding) {
        return switch (finding) {
            case Finding.Violated _ -> Answer.DENY;
            case Finding.Needs _ -> Answer.NEEDS;
            case Finding.Satisfied _ -> Answer.ALLOW;
            case Finding.Noted _ -> Answer.ALLOW;
            case Finding.Obliges _ -> Answer.ALLOW;
            case Finding.Waived _ -> Answer.ALLOW;
        };
    }

    private static TreeSet<Question> questions(List<Verdict.Cited> findings) {
        var all = new TreeSet<Question>();
        for (var cited : findings) {
            if (cited.finding() instanceof Finding.Needs(var _, var _, var _, var questions)) {
                all.addAll(questions);
            }
        }
        return all;
    }
}
