package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import licet.rules.policy.Workflow;
import licet.rules.policy.Workflow.Reviewer;
import org.junit.jupiter.api.Test;

/** Whatever people do in whatever order: nothing is approved without quorum, by its requester, or twice by one person. */
class RequestTest {
    private static final int ACTIONS = Integer.getInteger("licet.approval.actions", 200_000);
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<UUID> PEOPLE =
            IntStream.range(0, 12).mapToObj(i -> new UUID(0, i)).toList();
    private static final List<Set<Reviewer>> RIGHTS = rights();

    private static List<Set<Reviewer>> rights() {
        var random = new Random(7);
        return PEOPLE.stream()
                .<Set<Reviewer>>map(person -> EnumSet.allOf(Reviewer.class).stream()
                        .filter(right -> random.nextInt(3) == 0)
                        .collect(Collectors.toSet()))
                .toList();
    }

    private static Set<Reviewer> rights(UUID person) {
        return RIGHTS.get((int) person.getLeastSignificantBits());
    }

    @Test
    void random_people_never_get_around_the_rules() {
        var random = new Random(42);
        int approved = 0;
        int done = 0;
        while (done < ACTIONS) {
            var requester = one(random, PEOPLE);
            Request request = new Request.Draft(new Request.Case(new UUID(1, done), requester));
            var counted = new ArrayList<Vote>();
            List<Workflow.Stage> stages = List.of();
            for (int i = 0; i < 40 && !(request instanceof Request.Closed); i++, done++) {
                switch (request) {
                    case Request.Draft draft -> {
                        stages = stages(random);
                        request = random.nextInt(20) == 0 ? draft.withdraw() : draft.submit(stages);
                    }
                    case Request.Returned returned -> {
                        stages = stages(random);
                        counted.clear();
                        request = random.nextInt(10) == 0 ? returned.withdraw() : returned.resubmit(stages);
                    }
                    case Request.InReview review -> {
                        if (random.nextInt(30) == 0) {
                            stages = stages(random);
                            counted.clear();
                            request = review.again(stages);
                        } else {
                            request = voted(random, review, counted);
                        }
                    }
                    case Request.Closed closed -> throw new IllegalStateException(closed + " goes nowhere");
                }
            }
            if (request instanceof Request.Closed closed && closed.outcome() == Request.Closed.Outcome.APPROVED) {
                approved++;
                assertApprovedByRule(requester, stages, counted);
            }
        }
        assertThat(approved).isGreaterThan(ACTIONS / 1_000);
    }

    private static Request voted(Random random, Request.InReview review, List<Vote> counted) {
        var person = one(random, PEOPLE);
        Optional<UUID> away = random.nextInt(5) == 0 ? Optional.of(one(random, PEOPLE)) : Optional.empty();
        var decision = random.nextInt(40) == 0 ? one(random, List.of(Vote.Decision.values())) : Vote.Decision.APPROVE;
        var stage = random.nextInt(20) == 0
                ? "no-such-stage"
                : one(random, review.stages()).key();
        var vote = new Vote(stage, person, away, decision, "because", List.of(), AT);
        return switch (review.vote(vote, rights(away.orElse(person)))) {
            case Request.Voted.Refused(var why) -> {
                assertThat(why).isNotNull();
                yield review;
            }
            case Request.Voted.Counted(var now) -> {
                counted.add(vote);
                yield now;
            }
        };
    }

    /** Told from the votes alone, by rules written a second time. */
    private static void assertApprovedByRule(UUID requester, List<Workflow.Stage> stages, List<Vote> votes) {
        var words = new HashSet<UUID>();
        for (var vote : votes) {
            assertThat(vote.person()).isNotEqualTo(requester);
            assertThat(vote.onBehalfOf()).isNotEqualTo(Optional.of(requester));
            assertThat(words.add(vote.person())).as("one word a person").isTrue();
            vote.onBehalfOf()
                    .filter(away -> !away.equals(vote.person()))
                    .ifPresent(away -> assertThat(words.add(away))
                            .as("one word for who is away")
                            .isTrue());
        }
        Map<String, Long> agreed = votes.stream().collect(Collectors.groupingBy(Vote::stage, Collectors.counting()));
        for (var stage : stages) {
            assertThat(agreed.getOrDefault(stage.key(), 0L))
                    .as("quorum of %s", stage)
                    .isEqualTo(stage.quorum());
            for (var before : stage.after()) {
                assertThat(last(votes, before)).isLessThan(first(votes, stage.key()));
            }
            votes.stream()
                    .filter(vote -> vote.stage().equals(stage.key()))
                    .forEach(vote -> assertThat(rights(vote.onBehalfOf().orElse(vote.person())))
                            .contains(stage.by()));
        }
    }

    private static int first(List<Vote> votes, String stage) {
        return IntStream.range(0, votes.size())
                .filter(i -> votes.get(i).stage().equals(stage))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static int last(List<Vote> votes, String stage) {
        return IntStream.range(0, votes.size())
                .filter(i -> votes.get(i).stage().equals(stage))
                .reduce((a, b) -> b)
                .orElse(-1);
    }

    private static List<Workflow.Stage> stages(Random random) {
        var stages = new ArrayList<Workflow.Stage>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            Set<String> after = stages.isEmpty() || random.nextBoolean()
                    ? Set.of()
                    : Set.of(one(random, stages).key());
            var by = one(random, List.of(Reviewer.values()));
            stages.add(new Workflow.Stage("s" + i, by, 1 + random.nextInt(2), 5, after, true));
        }
        return stages;
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
