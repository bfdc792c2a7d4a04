package licet.web.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licet.registry.approval.ApprovalRequest;
import licet.registry.approval.BrokenGlass;
import licet.registry.approval.RequestState;

/**
 * One thing that happened.
 *
 * @param kind word of what happened
 * @param who empty where nobody in particular did it
 * @param away the colleague for whom somebody decided
 * @param stage in which somebody decided
 * @param round 0 for what is said beside the rounds
 */
public record TimelineLine(
        Instant at,
        String kind,
        Optional<String> who,
        Optional<String> away,
        Optional<String> stage,
        int round,
        String words,
        Optional<ApprovalRequest.File> file) {
    private static final String DRAFTED = "drafted";
    private static final String SUBMITTED = "submitted";
    private static final String BROKEN = "break-glass";

    /** Everything about a request, the oldest first. */
    static List<TimelineLine> of(ApprovalRequest request) {
        var all = new ArrayList<TimelineLine>();
        var requester = Optional.of(request.requester().login());
        all.add(line(request.createdAt(), DRAFTED, requester, 0));
        if (request.round() > 0) {
            all.add(line(request.roundAt(), SUBMITTED, Optional.empty(), request.round()));
        }
        request.votes().forEach(vote -> all.add(vote(vote)));
        request.broken().forEach(glass -> all.add(broken(glass)));
        request.messages().forEach(message -> all.add(message(message)));
        request.decidedAt().ifPresent(at -> all.add(line(at, closed(request.state()), Optional.empty(), 0)));
        all.sort(Comparator.comparing(TimelineLine::at));
        return all;
    }

    private static TimelineLine line(Instant at, String kind, Optional<String> who, int round) {
        return new TimelineLine(at, kind, who, Optional.empty(), Optional.empty(), round, "", Optional.empty());
    }

    private static TimelineLine vote(ApprovalRequest.Decided vote) {
        return new TimelineLine(
                vote.at(),
                vote.decision().word(),
                Optional.of(vote.person().login()),
                vote.onBehalfOf().map(ApprovalRequest.Person::login),
                Optional.of(vote.stage()),
                vote.round(),
                vote.reason(),
                Optional.empty());
    }

    private static TimelineLine broken(BrokenGlass glass) {
        return new TimelineLine(
                glass.from(),
                BROKEN,
                Optional.of(glass.by().login()),
                Optional.empty(),
                Optional.empty(),
                0,
                glass.reason(),
                Optional.empty());
    }

    private static TimelineLine message(ApprovalRequest.Message message) {
        return new TimelineLine(
                message.at(),
                message.kind().word(),
                Optional.of(message.person().login()),
                Optional.empty(),
                Optional.empty(),
                0,
                message.words(),
                message.file());
    }

    private static String closed(RequestState state) {
        return "closed-" + state.word();
    }
}
