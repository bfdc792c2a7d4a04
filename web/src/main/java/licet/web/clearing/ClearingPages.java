package licet.web.clearing;

import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.clearing.Answer;
import licet.registry.clearing.AnswerText;
import licet.registry.clearing.Clearing;
import licet.registry.clearing.ClearingCases;
import licet.registry.clearing.ClearingRights;
import licet.registry.clearing.QuestionKind;
import licet.registry.decision.ClearingPreview;
import licet.registry.decision.ClearingPreviews;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Relation;
import licet.web.layout.FormProblem;

/** Puts the pages of the clearing desk together. */
@Singleton
final class ClearingPages {
    private static final String ALL = "all";

    private final ClearingCases cases;
    private final ClearingPreviews previews;
    private final Knowledge knowledge;

    ClearingPages(ClearingCases cases, ClearingPreviews previews, Knowledge knowledge) {
        this.cases = cases;
        this.previews = previews;
        this.knowledge = knowledge;
    }

    QueueView queue(Optional<QuestionKind> kind, Optional<String> cursor) {
        var queue = cases.queue(kind, cursor, ClearingCases.DEFAULT_LIMIT);
        long all = queue.counts().values().stream().mapToLong(Long::longValue).sum();
        var kinds = new ArrayList<QueueView.Kind>();
        kinds.add(new QueueView.Kind(ALL, all, kind.isEmpty()));
        for (var each : QuestionKind.values()) {
            long open = queue.counts().getOrDefault(each.word(), 0L);
            kinds.add(new QueueView.Kind(
                    each.word(), open, kind.filter(each::equals).isPresent()));
        }
        var next = queue.next().map(text -> {
            var address = UriBuilder.of("/clearings").queryParam("cursor", text);
            kind.ifPresent(one -> address.queryParam("question", one.word()));
            return address.build().toString();
        });
        return cursor.isPresent()
                ? new QueueView(kinds, queue.cases(), next, List.of(), List.of())
                : new QueueView(kinds, queue.cases(), next, queue.proposed(), concluded());
    }

    private List<Clearing> concluded() {
        return cases.list().stream()
                .filter(clearing -> clearing.state() != Clearing.State.PROPOSED)
                .toList();
    }

    /** Who looks at which case. */
    record Look(QuestionKind kind, String key, Principal caller, Optional<String> formToken) {}

    CaseView page(Look look, CaseForm form, Optional<ClearingPreview> preview, List<FormProblem> problems) {
        var opened = cases.find(look.kind(), look.key());
        var history = opened.map(ClearingCases.Opened::history).orElseGet(() -> cases.history(look.key()));
        if (opened.isEmpty() && history.isEmpty()) {
            throw new RegistryProblem.NotFound("clearing case", look.key()).asException();
        }
        return new CaseView(
                look.kind().word(),
                look.kind().answer().word(),
                look.key(),
                opened.map(one -> one.file().open()).orElse(false),
                opened.map(one -> one.file().model().model().value()),
                opened.map(one -> one.file().artifacts()).orElse(Set.of()),
                opened.map(ClearingCases.Opened::sharing).orElse(0L),
                opened.map(ClearingCases.Opened::models).orElse(List.of()),
                opened.map(ClearingCases.Opened::deployments).orElse(0L),
                opened.map(one -> SourceLines.of(one.file())).orElse(List.of()),
                opened.flatMap(one -> one.file().nearMiss()),
                history,
                opened.map(ClearingCases.Opened::changes).orElse(List.of()),
                desk(look, opened, history),
                form,
                preview,
                problems);
    }

    private CaseView.Desk desk(Look look, Optional<ClearingCases.Opened> opened, List<Clearing> history) {
        boolean may = ClearingRights.mayClear(look.caller());
        var waiting = in(history, Clearing.State.PROPOSED);
        var acting = in(history, Clearing.State.CONFIRMED);
        return new CaseView.Desk(
                may ? look.formToken() : Optional.empty(),
                may && opened.isPresent() && waiting.isEmpty() && acting.isEmpty(),
                waiting,
                waiting.filter(one ->
                                one.proposed().person().equals(look.caller().personId()))
                        .isPresent(),
                acting,
                knowledge.licenses().licenses().stream()
                        .map(license -> new CaseView.License(
                                license.key().value(), license.names().title()))
                        .sorted(Comparator.comparing(CaseView.License::title))
                        .toList(),
                Arrays.stream(Relation.values()).map(Ids::of).toList());
    }

    private static Optional<Clearing> in(List<Clearing> history, Clearing.State state) {
        return history.stream().filter(one -> one.state() == state).findFirst();
    }

    Answer answer(QuestionKind kind, String key, CaseForm form) {
        return switch (kind.answer()) {
            case LICENSE -> license(cases.get(kind, key), form);
            case LINEAGE -> origins(form);
            case TERMS -> new Answer.TermsStand();
        };
    }

    /** Parts of a model can stand under different texts; what is left empty stays open. */
    private static Answer license(ClearingCases.Opened opened, CaseForm form) {
        var licenses = new EnumMap<Artifact, LicenseKey>(Artifact.class);
        for (var artifact : opened.file().artifacts()) {
            String key = form.licenseOf(artifact);
            if (!key.isEmpty()) {
                licenses.put(artifact, AnswerText.license("/licenses/" + Ids.of(artifact), key));
            }
        }
        if (licenses.isEmpty()) {
            throw malformed("/licenses", "choose the license of at least one part");
        }
        return new Answer.Licenses(licenses);
    }

    private static Answer origins(CaseForm form) {
        var parents = form.rows().stream()
                .filter(row -> !row.parent().isEmpty())
                .map(row -> AnswerText.origin(row.parent(), row.relation(), Optional.of(row.revision())))
                .toList();
        if (parents.isEmpty() != form.isNone()) {
            throw malformed("/parent", "name the models it was made from, or say that there is none");
        }
        return new Answer.Origins(parents);
    }

    private static RuntimeException malformed(String field, String mend) {
        return new RegistryProblem.Malformed(field, null, mend).asException();
    }

    ClearingPreview preview(QuestionKind kind, String key, Answer answer) {
        return previews.of(kind, key, answer);
    }
}
