package licet.web.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import licet.registry.approval.Approval;
import licet.registry.approval.ApprovalRequest;
import licet.registry.approval.BrokenGlass;
import licet.registry.approval.RequestState;
import licet.rules.explain.VerdictDocument;

/**
 * One request: what is asked and why, what people have before them, where it stands, and what the caller can do.
 *
 * @param stages columns of the picture
 * @param verdict the answer of now; empty where the model, its revision or the deployment is gone
 * @param lifts what an approval lifts, as far as the answer of now still says it
 * @param gone ids of what it lifts that nothing says any more
 * @param evidence by role the models, revisions and texts that the decision stands on
 * @param changed whether what stands there now is something else than what was submitted
 * @param acting whether the approval lifts what it was given for at this moment
 * @param approval that came of it
 * @param ahead somebody who goes ahead of it at this moment
 */
public record RequestView(
        ApprovalRequest request,
        List<List<StageView>> stages,
        Optional<VerdictDocument> verdict,
        List<VerdictDocument.Reason> lifts,
        List<String> gone,
        SortedMap<String, List<String>> evidence,
        boolean changed,
        boolean acting,
        Optional<Approval> approval,
        Optional<BrokenGlass> ahead,
        List<TimelineLine> timeline,
        Desk desk,
        Sent sent) {
    public RequestView {
        stages = List.copyOf(stages);
        lifts = List.copyOf(lifts);
        gone = List.copyOf(gone);
        evidence = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
        timeline = List.copyOf(timeline);
    }

    /**
     * What the caller can do now; nothing else is offered.
     *
     * @param closes conditions that they can say to be done
     * @param says stages in which they can decide, by the value that the form sends
     * @param people logins of who can look after a condition
     */
    public record Desk(
            String formToken,
            boolean submits,
            boolean answers,
            boolean withdraws,
            boolean refreshes,
            boolean speaks,
            boolean asksAgain,
            boolean readsDocuments,
            boolean ends,
            Set<UUID> closes,
            List<SayView> says,
            List<String> people) {
        public Desk {
            closes = Set.copyOf(closes);
            says = List.copyOf(says);
            people = List.copyOf(people);
        }

        public boolean isEmpty() {
            return !submits
                    && !answers
                    && !withdraws
                    && !refreshes
                    && !speaks
                    && !asksAgain
                    && !ends
                    && closes.isEmpty()
                    && says.isEmpty();
        }
    }

    /** @param value what the form sends; @param away the colleague who is away */
    public record SayView(String value, String stage, Optional<String> away) {}

    public boolean isApproved() {
        return request.state() == RequestState.APPROVED;
    }

    public boolean isReturned() {
        return request.state() == RequestState.RETURNED;
    }

    public String address() {
        return "/requests/" + request.id();
    }

    /** The model for that deployment. */
    public String model() {
        return "/models/" + request.about().model() + "?deployment="
                + request.about().deployment() + source();
    }

    /** The form for the same model as it stands today. */
    public String again() {
        return "/requests/new?model=" + request.about().model() + "&deployment="
                + request.about().deployment() + source();
    }

    private String source() {
        return request.about().source().equals("local") ? "&source=local" : "";
    }

    /** What the decision stands on; places that stand on the same are one. */
    public List<Pinned> pinned() {
        var places = new LinkedHashMap<List<String>, List<String>>();
        evidence.forEach((role, lines) ->
                places.computeIfAbsent(lines, _ -> new ArrayList<>()).add(role));
        return places.entrySet().stream()
                .map(entry -> new Pinned(entry.getValue(), entry.getKey()))
                .toList();
    }

    /** @param lines models, and revisions with hashes of texts */
    public record Pinned(List<String> places, List<String> lines) {
        public Pinned {
            places = List.copyOf(places);
            lines = List.copyOf(lines);
        }
    }
}
