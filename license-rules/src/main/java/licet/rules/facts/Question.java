package licet.rules.facts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import licet.rules.license.Act;
import licet.rules.license.License.Terms.ControlTest;
import licet.rules.license.Threshold;

/** A fact that is missing, named so exactly that one person can answer it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "asks")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.Figure.class, name = "figure"),
    @JsonSubTypes.Type(value = Question.Seat.class, name = "seat"),
    @JsonSubTypes.Type(value = Question.AboutEntity.class, name = "entity"),
    @JsonSubTypes.Type(value = Question.AboutDeployment.class, name = "deployment"),
    @JsonSubTypes.Type(value = Question.DoesAct.class, name = "act")
})
public sealed interface Question extends Comparable<Question> {
    /** Stable id, for example {@code figure:monthly-active-users:acme:group:2024-11}. */
    String id();

    @Override
    default int compareTo(Question other) {
        return id().compareTo(other.id());
    }

    /** @param control who counts as an affiliate, where that makes a difference for this entity */
    record Figure(
            Threshold.Metric metric,
            EntityKey entity,
            Figures.Breadth breadth,
            Period period,
            Optional<ControlTest> control)
            implements Question {
        public Figure(Threshold.Metric metric, EntityKey entity, Figures.Breadth breadth, Period period) {
            this(metric, entity, breadth, period, Optional.empty());
        }

        @Override
        public String id() {
            return "figure:" + Ids.of(metric) + ":" + entity + ":" + Ids.of(breadth) + ":" + period
                    + control.map(test -> ":" + Ids.of(test)).orElse("");
        }
    }

    /** A fact about an entity other than its seat. */
    record AboutEntity(EntityKey entity, EntityFact fact) implements Question {
        public enum EntityFact {
            BUSINESSES,
            COMPETES_WITH,
            REGISTERED_SEAT
        }

        @Override
        public String id() {
            return "entity:" + Ids.of(fact) + ":" + entity;
        }
    }

    record Seat(EntityKey entity) implements Question {
        @Override
        public String id() {
            return "seat:" + entity;
        }
    }

    record AboutDeployment(Deployment.FactName fact) implements Question {
        @Override
        public String id() {
            return "deployment:" + Ids.of(fact);
        }
    }

    record DoesAct(Act act) implements Question {
        @Override
        public String id() {
            return "act:" + Ids.of(act);
        }
    }
}
