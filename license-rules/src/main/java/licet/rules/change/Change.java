package licet.rules.change;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ids;
import licet.rules.facts.Ordered;
import licet.rules.license.Act;
import licet.rules.license.Field;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Instrument;

/** One thing that people can do about a verdict. There is none that changes a figure, a revenue or a seat. */
public sealed interface Change {
    /** Stable id, for example {@code drop-act:host-for-third-parties}. */
    String id();

    Kind kind();

    /** The single points that it changes: changes that share one cannot be made together. */
    SortedSet<String> touches();

    /** What kind of step it is, in the order in which steps are proposed. */
    enum Kind {
        DESIGN,
        DOCUMENT,
        INSTRUMENT,
        REVISION,
        MODEL
    }

    /** Another design of the deployment. */
    sealed interface Design extends Change {
        @Override
        default Kind kind() {
            return Kind.DESIGN;
        }
    }

    private static SortedSet<String> points(String... points) {
        return new TreeSet<>(Set.of(points));
    }

    /** An act that is no longer done. */
    record DropAct(Act act) implements Design {
        @Override
        public String id() {
            return "drop-act:" + Ids.of(act);
        }

        @Override
        public SortedSet<String> touches() {
            return points("act:" + Ids.of(act));
        }
    }

    /** Evaluation takes the place of use. */
    record OnlyEvaluate() implements Design {
        @Override
        public String id() {
            return "only-evaluate";
        }

        @Override
        public SortedSet<String> touches() {
            return points("act:use", "act:evaluate", "stage");
        }
    }

    record OtherStage(Deployment.Stage stage) implements Design {
        @Override
        public String id() {
            return "stage:" + Ids.of(stage);
        }

        @Override
        public SortedSet<String> touches() {
            return points("stage");
        }
    }

    record OtherChannel(Deployment.Channel channel) implements Design {
        @Override
        public String id() {
            return "channel:" + Ids.of(channel);
        }

        @Override
        public SortedSet<String> touches() {
            return points("channel");
        }
    }

    /** Neither the model nor what it makes reaches anybody outside the organization. */
    record KeepInside() implements Design {
        @Override
        public String id() {
            return "keep-inside";
        }

        @Override
        public SortedSet<String> touches() {
            return points(
                    "outputs-leave-organization",
                    "act:host-for-third-parties",
                    "act:distribute-weights",
                    "act:distribute-derivatives");
        }
    }

    record NotCommercial() implements Design {
        @Override
        public String id() {
            return "not-commercial";
        }

        @Override
        public SortedSet<String> touches() {
            return points("commercial");
        }
    }

    /** Fields of use that are given up. */
    record LeaveFields(Set<Field> fields) implements Design {
        public LeaveFields {
            fields = Ordered.copy(fields);
        }

        @Override
        public String id() {
            return "leave-fields:" + fields.stream().map(Ids::of).collect(Collectors.joining("+"));
        }

        @Override
        public SortedSet<String> touches() {
            return new TreeSet<>(
                    fields.stream().map(field -> "field:" + Ids.of(field)).toList());
        }
    }

    /** Outputs train only models of a kind that the terms leave free. */
    record TrainOnly(Deployment.OutputsTrain kindOfModel) implements Design {
        @Override
        public String id() {
            return "train-only:" + Ids.of(kindOfModel);
        }

        @Override
        public SortedSet<String> touches() {
            return points("outputs-train");
        }
    }

    /** Places that are given up, either as places of use or as places where outputs are used. */
    record LeavePlaces(boolean outputs, Set<Country> places) implements Design {
        public LeavePlaces {
            places = Ordered.copy(places);
        }

        private String prefix() {
            return outputs ? "place-of-output:" : "place-of-use:";
        }

        @Override
        public String id() {
            return "leave-" + prefix() + places.stream().map(Country::code).collect(Collectors.joining("+"));
        }

        @Override
        public SortedSet<String> touches() {
            return new TreeSet<>(
                    places.stream().map(place -> prefix() + place.code()).toList());
        }
    }

    record ServeIn(Country country) implements Design {
        @Override
        public String id() {
            return "serve-in:" + country;
        }

        @Override
        public SortedSet<String> touches() {
            return points("serving-region");
        }
    }

    record PlannedName(String name) implements Design {
        @Override
        public String id() {
            return "planned-name:" + name;
        }

        @Override
        public SortedSet<String> touches() {
            return points("derived-model-name");
        }
    }

    /**
     * An instrument that is signed, granted or recorded.
     *
     * @param lifts ids of the findings that it names
     */
    record Paper(Instrument.Kind instrument, SortedSet<String> lifts) implements Change {
        public Paper {
            lifts = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(lifts));
        }

        @Override
        public String id() {
            return Ids.of(instrument) + ":" + String.join("+", lifts);
        }

        @Override
        public Kind kind() {
            return Kind.INSTRUMENT;
        }

        @Override
        public SortedSet<String> touches() {
            return new TreeSet<>(lifts.stream()
                    .map(subject -> Ids.of(instrument) + ":" + subject)
                    .toList());
        }
    }

    /**
     * What is not settled turns out to be this license: by the missing evidence, or by a clearing.
     *
     * @param state of the identification as it stands
     */
    record Settle(String path, Profile.State state, LicenseKey license) implements Change {
        @Override
        public String id() {
            return "settle:" + path + ":" + Ids.of(state) + ":" + license;
        }

        @Override
        public Kind kind() {
            return Kind.DOCUMENT;
        }

        @Override
        public SortedSet<String> touches() {
            return points("identification:" + path + ":" + Ids.of(state));
        }
    }

    /** Evidence that a node of the lineage handles text only. */
    record ShowTextOnly(String path) implements Change {
        @Override
        public String id() {
            return "show-text-only:" + path;
        }

        @Override
        public Kind kind() {
            return Kind.DOCUMENT;
        }

        @Override
        public SortedSet<String> touches() {
            return points("modality:" + path);
        }
    }

    /** Another model, or the same one at another revision, in the place of this one. */
    record Instead(ModelId model, String revision, boolean sameModel) implements Change {
        @Override
        public String id() {
            return (sameModel ? "other-revision:" : "other-model:") + model + "@" + revision;
        }

        @Override
        public Kind kind() {
            return sameModel ? Kind.REVISION : Kind.MODEL;
        }

        @Override
        public SortedSet<String> touches() {
            return points("model");
        }
    }
}
