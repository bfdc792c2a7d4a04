package licet.rules.facts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import licet.rules.license.Act;
import licet.rules.license.Threshold;

/** A fact that is missing, named so exactly that one person can answer it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "asks")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.Figure.class, name = "figure"),
    @JsonSubTypes.Type(value = Question.Seat.class, name = "seat"),
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

    /** @param product the figure of the deployment's own product, else of the entity */
    record Figure(Threshold.Metric metric, EntityKey entity, Figures.Breadth breadth, Period period)
            implements Question {
        @Override
        public String id() {
            return "figure:%s:%s:%s:%s".formatted(Ids.of(metric), entity, Ids.of(breadth), period);
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
