package licet.registry.stack;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.decision.BulkGate;
import licet.registry.decision.GateAnswers;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.rules.facts.DeploymentKey;

/** Asks the gate about what fills the slots: one question for each deployment, whatever the number of stacks. */
@Singleton
public class StackStates {
    private final Stacks stacks;
    private final BulkGate gate;
    private final Facts facts;
    private final Database database;

    StackStates(Stacks stacks, BulkGate gate, Facts facts, Database database) {
        this.stacks = stacks;
        this.gate = gate;
        this.facts = facts;
        this.database = database;
    }

    /** All stacks that run, by name. */
    public List<StackState> list() {
        return of(stacks.list());
    }

    public StackState get(String key) {
        return of(stacks.get(key));
    }

    StackState of(Stack stack) {
        return of(List.of(stack)).getFirst();
    }

    private List<StackState> of(List<Stack> all) {
        var answers = answers(all);
        var reviews = database.read(ReviewTable::listRunning);
        return all.stream()
                .map(stack -> StackState.of(
                        stack,
                        stack.slots().stream()
                                .map(slot -> SlotState.of(slot, Optional.ofNullable(answers.get(slot.id()))))
                                .toList(),
                        reviews.stream()
                                .filter(review -> review.stack().equals(stack.key()))
                                .findFirst()))
                .toList();
    }

    /** By slot. */
    private Map<UUID, GateAnswers.One> answers(List<Stack> all) {
        var byDeployment = all.stream()
                .flatMap(stack -> stack.slots().stream())
                .filter(slot -> slot.filling().isPresent())
                .collect(Collectors.groupingBy(
                        slot -> new DeploymentKey(slot.filling().orElseThrow().deployment())));
        var answers = new HashMap<UUID, GateAnswers.One>();
        byDeployment.forEach((deployment, slots) -> {
            if (facts.current().find(deployment).isPresent()) {
                answers.putAll(ask(deployment, slots));
            }
        });
        return answers;
    }

    private Map<UUID, GateAnswers.One> ask(DeploymentKey deployment, List<Slot> slots) {
        var asked = slots.stream()
                .map(slot -> BulkGate.Asked.of(slot.filling().orElseThrow().reference()))
                .toList();
        var answers = gate.ask(asked, deployment, false).answers();
        var bySlot = new HashMap<UUID, GateAnswers.One>();
        for (int i = 0; i < slots.size(); i++) {
            bySlot.put(slots.get(i).id(), answers.get(i));
        }
        return bySlot;
    }
}
