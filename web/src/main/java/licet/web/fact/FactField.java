package licet.web.fact;

import java.util.List;
import java.util.Optional;

/**
 * One field of a form about facts, ready to be shown.
 *
 * @param id of the control, and the name under which it is sent
 * @param values what stands in it
 * @param options what can be chosen, where it is a choice
 */
public record FactField(
        String id,
        Control control,
        String label,
        Optional<String> hint,
        List<String> values,
        List<Option> options,
        Optional<String> problem) {
    public FactField {
        values = List.copyOf(values);
        options = List.copyOf(options);
    }

    public enum Control {
        TEXT,
        ONE,
        /** Any number of the options. */
        SOME
    }

    public record Option(String value, String label, boolean chosen) {}

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Fields that belong together. */
    public record Group(String title, List<FactField> fields) {
        public Group {
            fields = List.copyOf(fields);
        }
    }
}
