package licet.rules.license;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import licet.rules.Check;

/** One typed, citable term of a license or of its use policy. A new kind is a compile error wherever it must be handled. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Clause.UsageCap.class, name = "usage-cap"),
    @JsonSubTypes.Type(value = Clause.Territory.class, name = "territory"),
    @JsonSubTypes.Type(value = Clause.PurposeLimit.class, name = "purpose-limit"),
    @JsonSubTypes.Type(value = Clause.FieldOfUse.class, name = "field-of-use"),
    @JsonSubTypes.Type(value = Clause.OutputTraining.class, name = "output-training"),
    @JsonSubTypes.Type(value = Clause.NamePrefix.class, name = "name-prefix"),
    @JsonSubTypes.Type(value = Clause.Duty.class, name = "duty"),
    @JsonSubTypes.Type(value = Clause.Registration.class, name = "registration"),
    @JsonSubTypes.Type(value = Clause.AgreementGate.class, name = "agreement-gate"),
    @JsonSubTypes.Type(value = Clause.Ambiguity.class, name = "ambiguity"),
    @JsonSubTypes.Type(value = Clause.Term.class, name = "term")
})
public sealed interface Clause {

    Head head();

    default String id() {
        return head().id();
    }

    /** The kind as license files write it, for example {@code usage-cap}. */
    default String kindId() {
        return switch (this) {
            case UsageCap _ -> "usage-cap";
            case Territory _ -> "territory";
            case PurposeLimit _ -> "purpose-limit";
            case FieldOfUse _ -> "field-of-use";
            case OutputTraining _ -> "output-training";
            case NamePrefix _ -> "name-prefix";
            case Duty _ -> "duty";
            case Registration _ -> "registration";
            case AgreementGate _ -> "agreement-gate";
            case Ambiguity _ -> "ambiguity";
            case Term _ -> "term";
        };
    }

    /** What every clause has: an id unique in its document, where it stands, and to what it applies. */
    record Head(String id, Citation citation, Scope scope) {
        public Head {
            Check.notBlank(id, "clause id");
        }
    }

    /**
     * Above (or at) one of the limits, the effect sets in.
     *
     * @param display the words that a display duty asks to show, else empty
     */
    record UsageCap(Head head, List<Threshold> anyOf, Effect effect, String display) implements Clause {
        public UsageCap {
            anyOf = List.copyOf(anyOf);
            Check.that(!anyOf.isEmpty(), "a usage cap needs at least one threshold");
            Check.that(effect == Effect.DISPLAY_DUTY || display.isEmpty(), "only a display duty has words to be shown");
        }

        public enum Effect {
            /** Nothing is licensed until the licensor grants it. */
            NO_RIGHTS,
            /** Rights that were given end. */
            TERMINATION,
            /** Commercial use has to wait for an agreement, an authorization or a review by the licensor. */
            SEPARATE_AGREEMENT,
            DISPLAY_DUTY,
            /** The text contradicts itself at this limit. */
            UNCLEAR
        }
    }

    /** Places that a text excludes. Seat, place of use and place of output are three different facts. */
    record Territory(Head head, Test test, SortedSet<String> excluded) implements Clause {
        public Territory {
            excluded = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(excluded));
            Check.that(!excluded.isEmpty(), "a territory clause needs at least one excluded place");
        }

        public enum Test {
            /** Domicile or principal place of business of the licensee. */
            LICENSEE_SEAT,
            PLACE_OF_USE,
            PLACE_OF_OUTPUT
        }
    }

    record PurposeLimit(Head head, Purpose purpose) implements Clause {
        public enum Purpose {
            NON_COMMERCIAL,
            RESEARCH_ONLY,
            NON_PRODUCTION
        }
    }

    record FieldOfUse(Head head, Set<Field> banned, Strength strength) implements Clause {
        public FieldOfUse {
            banned = Set.copyOf(banned);
            Check.that(!banned.isEmpty(), "a field-of-use clause needs at least one field");
        }

        public enum Strength {
            ABSOLUTE,
            /** Allowed to those who hold the license or permission that the law asks for. */
            UNLESS_QUALIFIED,
            /** Only fully automated decisions. */
            ONLY_AUTOMATED,
            /** Allowed where those concerned are told, or under another condition that the text names. */
            UNLESS_DISCLOSED
        }
    }

    /**
     * A ban on training other models with the outputs.
     *
     * @param ownDerivatives whether the ban also covers the licensor's own model and what is made from it
     */
    record OutputTraining(Head head, Reach reach, boolean ownDerivatives) implements Clause {
        public enum Reach {
            ANY_MODEL,
            /** Models that generate text, pictures, sound or film. */
            GENERATIVE_MODEL,
            ANY_LANGUAGE_MODEL,
            COMPETING_MODEL
        }
    }

    /** The name of a model made from this one must begin with a word. */
    record NamePrefix(Head head, String prefix) implements Clause {
        public NamePrefix {
            Check.notBlank(prefix, "prefix");
        }
    }

    /**
     * Something to do when the model is used in that way.
     *
     * @param display the exact words to show where the text fixes short ones, else empty
     * @param compatible other licenses under which a text that asks for its own lets derivatives go out
     */
    record Duty(Head head, Kind kind, String display, SortedSet<LicenseKey> compatible) implements Clause {
        public Duty {
            compatible = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(compatible));
            Check.that(
                    kind == Kind.SAME_LICENSE || compatible.isEmpty(),
                    "only a same-license duty names compatible licenses");
        }

        public enum Kind {
            NOTICE_FILE,
            COPY_OF_TERMS,
            COPY_OF_POLICY,
            MODIFICATION_NOTICE,
            PASS_ON_RESTRICTIONS,
            /** Derivatives go out under this license only. */
            SAME_LICENSE,
            NO_ADDITIONAL_TERMS,
            PROVIDE_SOURCE,
            DOCUMENT_DERIVATIVE,
            BADGE,
            DISPLAY_MODEL_NAME,
            ATTRIBUTION,
            /** Publications and public statements name the model or its maker. */
            ACKNOWLEDGE_IN_PUBLICATIONS,
            /** End users are told who really provides the product. */
            NAME_THE_PROVIDER,
            USE_LATEST_VERSION,
            KEEP_SAFEGUARDS,
            RUN_CONTENT_FILTERS,
            REPORTING_CHANNEL,
            DISCLOSE_MACHINE_ORIGIN,
            NO_CLAIM_OF_HUMAN_ORIGIN,
            DISCLOSE_KNOWN_DANGERS,
            DISCLOSE_MODIFICATIONS,
            PROTECT_PERSONAL_DATA,
            SEEK_AUTHORIZATION,
            NO_REVERSE_ENGINEERING,
            COMPLY_WITH_TRADE_CONTROLS,
            COMPLY_WITH_LAW,
            COMPLY_WITH_POLICY,
            /** The licensor changes terms by posting them: somebody has to look. */
            WATCH_FOR_CHANGES
        }
    }

    /** Rights that exist only after the licensee registered with the licensor. */
    record Registration(Head head) implements Clause {}

    /** Uses that wait for an agreement with the licensor, whatever the licensee's size. */
    record AgreementGate(Head head, String detail) implements Clause {
        public AgreementGate {
            Check.notBlank(detail, "detail");
        }
    }

    /**
     * Passages that contradict each other or leave their reach open: counsel has to say how they are read.
     *
     * @param detail what is unclear, in a few words
     */
    record Ambiguity(Head head, String detail) implements Clause {
        public Ambiguity {
            Check.notBlank(detail, "detail");
        }
    }

    /** A term that no act breaks: it is shown, and policy can speak of it. */
    record Term(Head head, Kind kind, String detail) implements Clause {
        public enum Kind {
            PATENT_GRANT,
            NO_PATENT_GRANT,
            PATENT_TERMINATION,
            LITIGATION_TERMINATION,
            GOVERNING_LAW,
            ARBITRATION,
            CONTRACTING_ENTITY,
            UPDATE_BY_LICENSOR,
            REMOTE_RESTRICTION,
            REVOCABLE,
            IRREVOCABLE,
            TERMINATION_ON_BREACH,
            TERMINATION_AT_WILL,
            DELETION_ON_TERMINATION,
            FEES_ON_BREACH,
            INDEMNITY,
            GRANT_BACK,
            OUTPUTS_NOT_CLAIMED,
            OUTPUTS_OWNED_BY_LICENSEE,
            OUTPUTS_OWNED_BY_LICENSOR,
            DERIVATIVES_OWNED_BY_LICENSOR,
            DEFECT_IN_TEXT,
            NO_TRADEMARK
        }
    }
}
