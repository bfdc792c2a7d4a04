package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import licet.registry.fact.CurrentFacts;
import licet.registry.platform.Statements;
import licet.rules.verdict.Answer;

/**
 * All models with their answers as lists show them, in groups that are few however many models there are: one for each
 * profile, and one for each model that has answers of its own.
 */
@Singleton
final class AnsweredModels {
    private final KnownProfiles profiles;
    private final Populations populations;
    private final CurrentAnswers answers;

    AnsweredModels(KnownProfiles profiles, Populations populations, CurrentAnswers answers) {
        this.profiles = profiles;
        this.populations = populations;
        this.answers = answers;
    }

    /** @param answers by deployment */
    record Group(ListedProfile profile, Map<String, Answer> answers, long models) {}

    /** Groups without a model are left out; numbers are of a moment ago where models are very many. */
    List<Group> list(Statements sql, CurrentFacts current) {
        var populated = populations.byProfile();
        var byProfile = answers.ofProfiles(sql, current);
        var unanswered = CurrentAnswers.unanswered(current);
        var own = new HashMap<Long, List<Map<String, Answer>>>();
        ownAnswers(sql, current)
                .forEach(model -> own.computeIfAbsent(model.profile(), _ -> new ArrayList<>())
                        .add(model.answers()));
        var groups = new ArrayList<Group>();
        for (var profile : profiles.list(sql)) {
            var general = byProfile.getOrDefault(profile.id(), unanswered);
            var ofModels = own.getOrDefault(profile.id(), List.of());
            long others = populated.getOrDefault(profile.id(), 0L) - ofModels.size();
            if (others > 0) {
                groups.add(new Group(profile, general, others));
            }
            ofModels.forEach(answered -> groups.add(new Group(profile, over(general, answered), 1)));
        }
        return groups;
    }

    /** Models are looked up one by one, and none where none has answers of its own. */
    private Collection<CurrentAnswers.Own> ownAnswers(Statements sql, CurrentFacts current) {
        var models = sql.list("SELECT DISTINCT model_id FROM model_verdict", row -> row.getLong("model_id"));
        return models.isEmpty()
                ? List.of()
                : answers.ofModels(sql, current, models).values();
    }

    private static Map<String, Answer> over(Map<String, Answer> general, Map<String, Answer> own) {
        var all = new HashMap<>(general);
        all.putAll(own);
        return all;
    }
}
