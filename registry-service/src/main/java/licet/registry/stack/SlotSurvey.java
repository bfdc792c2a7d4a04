package licet.registry.stack;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.catalog.Catalog;
import licet.registry.decision.GateAnswers;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Identification;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Developers;

/** How the slots of a stack stand: the answer of the gate, and what a rate is counted by. */
@Singleton
class SlotSurvey {
    /** Several texts can govern, or none that is known. */
    static final String UNCLEAR = "unclear";
    /** Nothing of the model is on record. */
    static final String UNKNOWN = "unknown";

    private static final String NO_COUNTRY = "??";

    private final StackStates states;
    private final Catalog catalog;
    private final Developers developers;

    SlotSurvey(StackStates states, Catalog catalog, Developers developers) {
        this.states = states;
        this.catalog = catalog;
        this.developers = developers;
    }

    /** By slot; only those that are filled. */
    Map<UUID, Review.Stood> of(Stack stack) {
        var now = states.of(stack);
        var all = new HashMap<UUID, Review.Stood>();
        for (int i = 0; i < stack.slots().size(); i++) {
            var state = now.slots().get(i);
            var slot = stack.slots().get(i);
            slot.filling().ifPresent(filling -> all.put(slot.id(), stood(filling, state)));
        }
        return all;
    }

    Review.Stood stood(Filling filling, SlotState state) {
        var model = new ModelId(filling.model());
        var found = catalog.find(model, Optional.of(filling.revision())).or(() -> catalog.findStated(model));
        var developer = found.map(judged -> judged.conclusion().lineage().own().developer());
        return new Review.Stood(
                state.verdict(),
                !state.isRed(),
                state.answer().map(GateAnswers.One::reasons).orElse(List.of()),
                found.map(SlotSurvey::license).orElse(UNKNOWN),
                filling.family(),
                developer.orElse(filling.model().split("/", 2)[0]),
                developer.map(developers::countryOf).orElse(NO_COUNTRY));
    }

    private static String license(Catalog.Judged judged) {
        return judged.conclusion().lineage().own().identifications().get(Artifact.WEIGHTS)
                        instanceof Identification.Identified identified
                ? identified.license().value()
                : UNCLEAR;
    }
}
