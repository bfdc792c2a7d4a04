package licet.rules.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is fed with nonsense, each through a class of its own that Jazzer can name. */
enum FuzzTarget {
    LICENSE_YAML(LicenseYamlFuzz.class, "src/main/resources/licet/knowledge/use-policies"),
    POLICY_YAML(PolicyYamlFuzz.class, "src/main/resources/licet/samples/policies"),
    LICENSE_TEXT(LicenseTextFuzz.class),
    SPDX_EXPRESSION(SpdxExpressionFuzz.class),
    CEL_SOURCE(CelSourceFuzz.class);

    private final Class<?> type;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change
    private final List<String> examples;

    /** @param examples folders of good inputs, beside the kept ones */
    FuzzTarget(Class<?> type, String... examples) {
        this.type = type;
        this.examples = List.of(examples);
    }

    /** Folders of inputs to begin with. */
    List<String> inputs() {
        var all = new ArrayList<>(examples);
        all.add("src/test/resources/fuzz/" + folder());
        return all;
    }

    String className() {
        return type.getName();
    }

    /** Folder of the kept inputs. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
