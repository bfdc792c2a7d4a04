package licet.rules.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licet.rules.change.Flips;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;
import licet.rules.facts.Organization;
import licet.rules.facts.Question;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Subject;
import licet.rules.verdict.Verdict;

/** Renders a verdict as a document: every sentence comes from the findings and the message bundle. */
public final class Explainer {
    private final Locale locale;
    private final Messages messages;
    private final Citations citations;

    public Explainer(LicenseCatalog catalog, Locale locale) {
        this.locale = locale;
        this.messages = Messages.of(locale);
        this.citations = new Citations(catalog, messages);
    }

    /**
     * What the document is about.
     *
     * @param showValues whether the reader may see figures; else only on which side of a limit they lie
     */
    public record Context(
            VerdictDocument.ModelRef model,
            Deployment deployment,
            Organization organization,
            VerdictDocument.Inputs inputs,
            boolean showValues) {}

    public VerdictDocument document(Verdict verdict, Context context) {
        return document(verdict, context, Flips.NONE);
    }

    /** @param flips the smallest changes that give a better answer */
    public VerdictDocument document(Verdict verdict, Context context, Flips flips) {
        var wording = new Wording(messages, locale, context.organization());
        var facts = new FactWording(messages, wording, locale, context);
        var paragraphs = new Paragraphs(messages, wording, citations, facts);
        var reasons = verdict.findings().stream()
                .filter(cited -> !(cited.finding() instanceof Finding.Obliges))
                .map(cited -> reason(cited, wording, paragraphs, facts))
                .sorted(Comparator.comparing(Explainer::order))
                .toList();
        return new VerdictDocument(
                VerdictDocument.SCHEMA,
                context.model(),
                new VerdictDocument.DeploymentRef(
                        context.deployment().key().value(),
                        context.deployment().name(),
                        context.inputs().deploymentVersion()),
                verdict.answer().name(),
                verdict.permitsAt(verdict.evaluatedAt()),
                sentence(verdict, reasons, context),
                new WholeVerdict(messages, locale).paragraph(verdict, context),
                reasons,
                duties(verdict, wording, false),
                duties(verdict, wording, true),
                asked(verdict, wording),
                changes(verdict, wording),
                new FlipWording(messages, citations, locale, verdict).of(flips),
                context.inputs(),
                verdict.evaluatedAt(),
                verdict.validUntil());
    }

    /** What decides stands first; among equals the order of the license files stays. */
    private static int order(VerdictDocument.Reason reason) {
        return switch (reason.effect()) {
            case "DENY" -> 0;
            case "NEEDS" -> 1;
            default -> 2;
        };
    }

    private String sentence(Verdict verdict, List<VerdictDocument.Reason> reasons, Context context) {
        String model = context.model().id();
        String deployment = context.deployment().name();
        String first = reasons.isEmpty() ? "" : reasons.getFirst().text();
        return switch (verdict.answer()) {
            case DENY -> messages.get("sentence.deny", model, deployment, first);
            case NEEDS -> messages.get("sentence.needs", model, deployment, first);
            case ALLOW ->
                messages.get(
                        verdict.findings().stream().anyMatch(cited -> cited.finding() instanceof Finding.Obliges)
                                ? "sentence.allow"
                                : "sentence.allow.free",
                        model,
                        deployment);
        };
    }

    private VerdictDocument.Reason reason(
            Verdict.Cited cited, Wording wording, Paragraphs paragraphs, FactWording facts) {
        var finding = cited.finding();
        return new VerdictDocument.Reason(
                finding.subject().id(),
                effect(finding),
                topic(finding.subject()),
                wording.sentence(finding),
                paragraphs.of(cited),
                citations.find(finding.subject()),
                rule(finding.subject()),
                whose(finding),
                remedy(finding, wording),
                cited.via().stream().map(ModelId::value).toList(),
                cited.evidence().stream().map(Explainer::source).toList(),
                finding.because().facts().stream().map(facts::shown).toList(),
                Evaluator.liftedBy(finding).stream().map(Ids::of).toList(),
                cited.by().map(Explainer::paper));
    }

    private static VerdictDocument.Paper paper(Instrument by) {
        return new VerdictDocument.Paper(
                by.id(),
                Ids.of(by.kind()),
                by.until(),
                by.text().flatMap(Instrument.Text::key).map(LicenseKey::value),
                by.text().flatMap(Instrument.Text::sha256));
    }

    private static String effect(Finding finding) {
        return switch (finding) {
            case Finding.Violated _ -> Answer.DENY.name();
            case Finding.Needs _ -> Answer.NEEDS.name();
            case Finding.Satisfied _, Finding.Noted _ -> "NOTE";
            case Finding.Obliges _ -> "NOTE";
            case Finding.Waived _ -> "WAIVED";
        };
    }

    private static String topic(Subject subject) {
        return switch (subject) {
            case Subject.OfClause _ -> "license";
            case Subject.OfGrant _ -> "license";
            case Subject.OfIdentification _ -> "identification";
            case Subject.OfUsePolicy _ -> "identification";
            case Subject.OfLineage _ -> "lineage";
            case Subject.OfPolicy(var _, var _, var _, var topic) -> topic;
        };
    }

    private static Optional<VerdictDocument.Rule> rule(Subject subject) {
        return subject instanceof Subject.OfPolicy(var policy, var version, var rule, var _)
                ? Optional.of(new VerdictDocument.Rule(policy, version, rule))
                : Optional.empty();
    }

    private static Optional<String> whose(Finding finding) {
        return switch (finding) {
            case Finding.Violated violated -> Optional.of(Ids.of(violated.whose()));
            case Finding.Noted noted -> Optional.of(Ids.of(noted.whose()));
            case Finding.Needs(Subject.OfLineage(var kind), var because, var need, var questions)
            when kind == Subject.OfLineage.Kind.RELAXES_BASE -> Optional.of(Ids.of(Finding.Whose.UPSTREAM));
            case Finding.Needs _ -> Optional.empty();
            case Finding.Satisfied _ -> Optional.empty();
            case Finding.Obliges _ -> Optional.empty();
            case Finding.Waived _ -> Optional.empty();
        };
    }

    private static Optional<String> remedy(Finding finding, Wording wording) {
        return switch (finding) {
            case Finding.Violated(var _, var _, var _, var remedy, var _) -> Optional.of(wording.remedy(remedy));
            case Finding.Needs(var _, var _, var need, var _) -> Optional.of(wording.need(need));
            case Finding.Satisfied _, Finding.Noted _ -> Optional.empty();
            case Finding.Obliges _ -> Optional.empty();
            case Finding.Waived(var _, var instrument) -> Optional.of(instrument);
        };
    }

    private static VerdictDocument.Source source(EvidenceRef ref) {
        return new VerdictDocument.Source(
                ref.model().value(), ref.revision(), ref.file(), ref.sha256(), ref.line(), ref.passage());
    }

    /** Duties in the order of the findings, each once however many nodes ask for it. */
    private List<VerdictDocument.Duty> duties(Verdict verdict, Wording wording, boolean conditional) {
        var all = new LinkedHashSet<VerdictDocument.Duty>();
        for (var cited : verdict.findings()) {
            if (cited.finding() instanceof Finding.Obliges obliges
                    && obliges.questions().isEmpty() != conditional) {
                all.add(new VerdictDocument.Duty(
                        obliges.subject().id(),
                        Ids.of(obliges.duty()),
                        wording.sentence(obliges),
                        display(obliges),
                        citations.find(obliges.subject()).orElseThrow(),
                        conditional ? Optional.of(wording.questions(obliges.questions())) : Optional.empty()));
            }
        }
        return List.copyOf(all);
    }

    private static Optional<String> display(Finding.Obliges obliges) {
        return Optional.of(obliges.because().arguments().getLast()).filter(text -> !text.isBlank());
    }

    private static List<VerdictDocument.Asked> asked(Verdict verdict, Wording wording) {
        var all = new ArrayList<VerdictDocument.Asked>();
        for (Question question : verdict.questions()) {
            var by = verdict.findings().stream()
                    .map(Verdict.Cited::finding)
                    .filter(finding -> finding instanceof Finding.Needs needs
                            && needs.questions().contains(question))
                    .map(finding -> finding.subject().id())
                    .distinct()
                    .toList();
            all.add(new VerdictDocument.Asked(question.id(), wording.question(question), by));
        }
        return all;
    }

    private List<String> changes(Verdict verdict, Wording wording) {
        var all = new LinkedHashSet<String>();
        for (var cited : verdict.findings()) {
            all.addAll(wording.change(
                    cited.finding(), citations.about(cited.finding().subject())));
        }
        return List.copyOf(all);
    }

    /** First moment at which a document must no longer be used; empty when nothing dated went in. */
    public static boolean expired(VerdictDocument document, Instant now) {
        return document.validUntil().map(until -> !now.isBefore(until)).orElse(false);
    }
}
