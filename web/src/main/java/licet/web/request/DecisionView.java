package licet.web.request;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import licet.registry.approval.ApprovalRequest;
import licet.rules.explain.VerdictDocument;

/** What was decided, for paper: everything stands there without a click. */
public record DecisionView(RequestView page) {
    public ApprovalRequest request() {
        return page.request();
    }

    /** Votes of the round that counted, stage by stage. */
    public List<ApprovalRequest.Decided> reviewers() {
        return request().votes().stream()
                .filter(vote -> vote.round() == request().round())
                .toList();
    }

    /** Clauses that speak about this use, by license; as they stand today. */
    public List<Cited> clauses() {
        var sections = page.verdict().stream()
                .flatMap(verdict -> verdict.reasons().stream())
                .flatMap(reason -> reason.clause().stream())
                .collect(Collectors.groupingBy(
                        VerdictDocument.Cite::title,
                        TreeMap::new,
                        Collectors.mapping(
                                VerdictDocument.Cite::section, Collectors.toCollection(java.util.TreeSet::new))));
        return sections.entrySet().stream()
                .map(entry -> new Cited(entry.getKey(), String.join(", ", entry.getValue())))
                .toList();
    }

    /** @param sections with commas between */
    public record Cited(String title, String sections) {}

    /** What else lifted findings when it was decided. */
    public List<String> instruments() {
        return request().basis().map(basis -> List.copyOf(basis.instruments())).orElse(List.of());
    }

    public Optional<String> basisDigest() {
        return request().basis().map(licet.rules.verdict.Basis::digest);
    }

    public Optional<String> license() {
        return page.verdict().map(verdict -> verdict.model().license()).filter(key -> !key.isEmpty());
    }
}
