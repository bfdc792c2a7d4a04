package licet.rules.obligation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * Everything that has to be done when a deployment uses its models: schema {@value #SCHEMA}. Each text and each duty
 * stands once, with the models that it serves.
 *
 * @param notices lines of a notice file, in the words that the licenses fix
 * @param badges words to show, in the words that the licenses fix
 * @param checklist everything that is due; {@code conditional} what becomes due if an open fact turns out that way
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Pack(
        String schema,
        String deployment,
        String name,
        List<Model> models,
        List<Words> notices,
        List<Words> badges,
        NameCheck planned,
        List<Copy> licenses,
        List<Copy> policies,
        List<Words> modificationNotices,
        List<Restriction> handDown,
        List<Item> checklist,
        List<Item> conditional) {
    public static final String SCHEMA = "licet/obligations/1";

    /** @param verdict the model's answer in the deployment */
    public record Model(String id, String revision, String verdict) {}

    public record Words(String text, Basis basis) {}

    /**
     * Whether the planned name of a model made from these begins as the terms ask.
     *
     * @param planned absent when no name is on record
     * @param suggestion a name that fulfils every prefix, absent where none is asked for or two exclude each other
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record NameCheck(Optional<String> planned, List<Words> prefixes, State state, Optional<String> suggestion) {
        public enum State {
            NOT_ASKED,
            CONFORMS,
            NAME_MISSING,
            NAME_DIFFERS,
            /** Two prefixes that no name can fulfil at once. */
            CONTRADICTION
        }
    }

    /**
     * A text that has to be at hand.
     *
     * @param document key of the license or use policy
     * @param ship whether it has to be handed on, not only kept
     * @param files where the text stands in the evidence; empty when no file of it was read
     */
    public record Copy(String document, String title, boolean ship, List<File> files, Basis basis) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record File(String model, String revision, String file, Optional<String> sha256) {}

    /** One sentence to hand down to users. */
    public record Restriction(String field, String strength, String text, Basis basis) {}

    /**
     * One thing to do.
     *
     * @param id stable id of the clause, or of what else asks for it
     * @param words exact words to show, where the text fixes them
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Item(
            String id, String group, String kind, String text, Optional<String> words, Basis basis, Owner owner) {}

    /** What the organization fills in. */
    public record Owner(String role, String due, boolean done, String evidence) {
        public static final Owner EMPTY = new Owner("", "", false, "");
    }
}
