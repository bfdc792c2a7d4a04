package licet.registry.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.rules.policy.Workflow;
import licet.rules.verdict.Basis;
import licet.rules.verdict.BasisChange;

/**
 * A request with everything that was said and decided about it.
 *
 * @param round counts from 1 with each submission; 0 for a draft
 * @param stages what this round goes through; empty for a draft
 * @param waiting keys of the stages that wait for people now
 * @param votes of every round, the oldest first
 * @param lifts ids of the findings that an approval lifts
 * @param basis what people have before them; empty for a draft
 * @param since what is different from the approval before it; absent where there was none or nothing was submitted
 * @param broken emergencies in which somebody went ahead of it
 * @param roundAt when this round began, from which time limits count
 */
public record ApprovalRequest(
        UUID id,
        RequestState state,
        Person requester,
        About about,
        String justification,
        Optional<LocalDate> neededBy,
        int round,
        List<Workflow.Stage> stages,
        List<String> waiting,
        List<Decided> votes,
        List<Condition> conditions,
        List<Message> messages,
        List<String> lifts,
        Optional<Basis> basis,
        Optional<Since> since,
        List<BrokenGlass> broken,
        PolicyRef policy,
        Instant createdAt,
        Instant roundAt,
        Instant changedAt,
        Optional<Instant> decidedAt) {
    public ApprovalRequest {
        stages = List.copyOf(stages);
        waiting = List.copyOf(waiting);
        votes = List.copyOf(votes);
        conditions = List.copyOf(conditions);
        messages = List.copyOf(messages);
        lifts = List.copyOf(lifts);
        broken = List.copyOf(broken);
    }

    /**
     * What people decided the last time about the model in the deployment.
     *
     * @param approval its id, which is that of its request
     * @param changes each difference; empty where only its time ran out
     */
    public record Since(UUID approval, String revision, Instant decidedAt, List<BasisChange> changes) {
        public Since {
            changes = List.copyOf(changes);
        }
    }

    /** @param login as it is shown; a pseudonym where somebody's data were erased */
    public record Person(UUID id, String login) {}

    /**
     * @param modelId of this instance's row: a name that became free can be taken by somebody else
     * @param revision a commit
     */
    public record About(String source, long modelId, String model, String revision, String deployment) {}

    public record PolicyRef(String key, int version) {}

    /** @param onBehalfOf the colleague who was away */
    public record Decided(
            int round,
            String stage,
            Person person,
            Optional<Person> onBehalfOf,
            Vote.Decision decision,
            String reason,
            Instant at) {}

    /** @param done what was done, once it is */
    public record Condition(UUID id, String words, Person owner, LocalDate due, Person setBy, Optional<Done> done) {}

    public record Done(Instant at, Person by, String words) {}

    public record Message(UUID id, Person person, Kind kind, String words, Optional<File> file, Instant at) {
        public enum Kind implements licet.registry.platform.ClosedChoice {
            COMMENT("comment"),
            /** To what the request was sent back for. */
            ANSWER("answer"),
            DOCUMENT("document");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            @Override
            public String word() {
                return word;
            }
        }
    }

    /** @param sha256 of its content, in lower-case hex */
    public record File(String name, String type, String sha256) {}
}
