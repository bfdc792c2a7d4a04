package licet.web.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.approval.Board;
import licet.registry.approval.BoardPage;
import licet.registry.approval.BoardParameters;
import licet.registry.approval.BoardSort;
import licet.registry.approval.RequestFilters;
import licet.registry.approval.RequestState;
import licet.registry.fact.Facts;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.problem.ProblemException;
import licet.web.layout.FormProblem;

/** Puts the list of all requests together. */
@Singleton
final class BoardPages {
    private static final BoardPage NOTHING = new BoardPage(List.of(), Optional.empty());

    private final Board board;
    private final RequestFilters filters;
    private final Facts facts;
    private final Clock clock;

    BoardPages(Board board, RequestFilters filters, Facts facts, Clock clock) {
        this.board = board;
        this.filters = filters;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws ProblemException malformed, where the address asks for what there is not */
    BoardView of(BoardAddress asked, RequestPages.Look look) {
        return view(asked, board.list(BoardParameters.query(asked.parameters())), look, List.of());
    }

    /** Something of it could not be done; as much of the list as there is stands below. */
    BoardView refused(BoardAddress asked, RequestPages.Look look, List<FormProblem> problems) {
        try {
            return view(asked, board.list(BoardParameters.query(asked.parameters())), look, problems);
        } catch (ProblemException unknown) {
            return view(asked, NOTHING, look, problems);
        }
    }

    private BoardView view(BoardAddress asked, BoardPage page, RequestPages.Look look, List<FormProblem> problems) {
        var kept = filters.list(look.caller()).stream()
                .map(filter -> {
                    var address = BoardAddress.parse(filter.parameters());
                    return new BoardView.Kept(
                            filter.id(),
                            filter.name(),
                            address.address(),
                            address.query().equals(asked.query()));
                })
                .toList();
        return new BoardView(
                page.requests(),
                page.next().map(asked::next),
                asked.narrows(),
                asked.query(),
                asked.values(),
                words(RequestState.values()),
                facts.current().deployments().stream()
                        .map(use -> use.deployment().key().value())
                        .toList(),
                words(BoardSort.values()),
                kept,
                clock.instant(),
                look.formToken().orElse(""),
                problems);
    }

    private static List<String> words(ClosedChoice[] choices) {
        return Stream.of(choices).map(ClosedChoice::word).toList();
    }
}
