package licet.rules.explain;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Ids;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Subject;
import licet.rules.verdict.Verdict;

/** One finding for a lawyer: the clause, what was held against it, the evidence, whose breach it is and what lifts it. */
final class Paragraphs {
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Messages messages;
    private final Wording wording;
    private final Citations citations;
    private final ClauseWording clauses;
    private final FactWording facts;

    Paragraphs(Messages messages, Wording wording, Citations citations, FactWording facts) {
        this.messages = messages;
        this.wording = wording;
        this.citations = citations;
        this.clauses = new ClauseWording(messages, wording);
        this.facts = facts;
    }

    String of(Verdict.Cited cited) {
        var finding = cited.finding();
        var all = new ArrayList<String>();
        all.addAll(source(finding.subject()));
        all.add(wording.sentence(finding));
        finding.because().facts().forEach(fact -> all.add(facts.sentence(fact)));
        all.addAll(open(finding));
        all.addAll(evidence(cited));
        all.addAll(path(cited.via()));
        all.addAll(lifting(cited));
        return String.join(" ", all);
    }

    private List<String> source(Subject subject) {
        return switch (subject) {
            case Subject.OfClause clause -> {
                var all = new ArrayList<String>();
                all.add(messages.get(
                        "law.at.clause",
                        clause.citation().section(),
                        citations.title(clause.citation().document()),
                        clause.clause(),
                        clause.citation().document()));
                citations.clause(clause).ifPresent(known -> all.addAll(clauses.sentences(known)));
                yield all;
            }
            case Subject.OfGrant grant ->
                List.of(messages.get(
                        "law.at.grant",
                        grant.citation().section(),
                        citations.title(grant.citation().document())));
            case Subject.OfIdentification _ -> List.of(messages.get("law.at.other", citations.about(subject)));
            case Subject.OfLineage _, Subject.OfUsePolicy _ ->
                List.of(messages.get("law.at.other", citations.about(subject)));
            case Subject.OfPolicy(var policy, var version, var rule, var _) ->
                List.of(messages.get("law.at.policy", rule, policy, String.valueOf(version)));
        };
    }

    private List<String> open(Finding finding) {
        return finding instanceof Finding.Needs(var _, var _, var _, var questions) && !questions.isEmpty()
                ? List.of(messages.get(
                        "law.open", questions.stream().map(wording::question).collect(Collectors.joining("; "))))
                : List.of();
    }

    private List<String> evidence(Verdict.Cited cited) {
        return cited.evidence().isEmpty()
                ? List.of()
                : List.of(messages.get(
                        "law.evidence",
                        cited.evidence().stream().map(this::place).collect(Collectors.joining("; "))));
    }

    private String place(EvidenceRef at) {
        var place = new StringBuilder(
                messages.get("law.evidence.file", at.file(), at.model().value(), at.revision()));
        at.line().ifPresent(line -> place.append(messages.get("law.evidence.line", String.valueOf(line))));
        at.sha256().ifPresent(hash -> place.append(messages.get("law.evidence.hash", hash)));
        return place.toString();
    }

    private List<String> path(List<ModelId> via) {
        return via.size() < 2
                ? List.of()
                : List.of(messages.get(
                        "law.path", via.stream().map(ModelId::value).collect(Collectors.joining(" ← "))));
    }

    private List<String> lifting(Verdict.Cited cited) {
        var finding = cited.finding();
        return switch (finding) {
            case Finding.Violated(var _, var _, var whose, var remedy, var _) ->
                List.of(
                        messages.get("law.whose." + Ids.of(whose)),
                        messages.get("law.remedy", wording.remedy(remedy)),
                        instruments(finding));
            case Finding.Needs(var _, var _, var need, var _) ->
                List.of(messages.get("law.remedy", wording.need(need)), instruments(finding));
            case Finding.Waived(var _, var instrument) ->
                List.of(cited.by()
                        .flatMap(Instrument::until)
                        .map(until -> messages.get("law.waived.until", instrument, MOMENT.format(until)))
                        .orElseGet(() -> messages.get("law.waived", instrument)));
            case Finding.Noted noted -> List.of(messages.get("law.whose." + Ids.of(noted.whose())));
            case Finding.Satisfied _ -> List.of();
            case Finding.Obliges _ -> List.of();
        };
    }

    private String instruments(Finding finding) {
        var kinds = Evaluator.liftedBy(finding);
        return kinds.isEmpty()
                ? messages.get("law.lift.none")
                : messages.get(
                        "law.lift",
                        kinds.stream().map(this::instrument).collect(Collectors.joining(messages.get("law.or"))));
    }

    private String instrument(Instrument.Kind kind) {
        return messages.get("instrument." + Ids.of(kind));
    }
}
