package licet.rules.policy;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import licet.rules.Spelling;

/** What policy conditions may speak of: three structures whose fields have types, so that conditions are type-checked. */
final class Vocabulary {
    private static final SortedMap<String, Entry> ENTRIES = entries();
    private static final Map<String, Entry> BY_NAME = Map.copyOf(ENTRIES);
    private static final List<StructType> STRUCTURES = structuresOf();

    private Vocabulary() {}

    private static SortedMap<String, Entry> entries() {
        var all = new TreeMap<String, Entry>();
        Stream.of(ModelFacts.all(), DeploymentFacts.all(), OrganizationFacts.all())
                .flatMap(List::stream)
                .forEach(entry -> all.put(entry.name(), entry));
        return Collections.unmodifiableSortedMap(all);
    }

    static Optional<Entry> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Entry get(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    static List<Entry> all() {
        return List.copyOf(ENTRIES.values());
    }

    /** The fact that was probably meant. */
    static String nearest(String name) {
        return Spelling.nearest(name, ENTRIES.keySet());
    }

    /** The structures, each a CEL variable of its own name: {@code model}, {@code deployment}, {@code organization}. */
    static List<StructType> structures() {
        return STRUCTURES;
    }

    private static List<StructType> structuresOf() {
        var fields = new TreeMap<String, SortedMap<String, CelType>>();
        ENTRIES.values()
                .forEach(entry -> fields.computeIfAbsent(entry.structure(), _ -> new TreeMap<>())
                        .put(entry.field(), entry.shape().type()));
        return fields.entrySet().stream()
                .map(entry -> structure(entry.getKey(), ImmutableMap.copyOf(entry.getValue())))
                .toList();
    }

    private static StructType structure(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }

    static boolean isStructure(String name) {
        return STRUCTURES.stream().anyMatch(structure -> structure.name().equals(name));
    }

    /** Flat names as the nested maps that CEL reads. */
    static Map<String, Map<String, Object>> nested(Map<String, Object> values) {
        var all = new HashMap<String, Map<String, Object>>();
        STRUCTURES.forEach(structure -> all.put(structure.name(), new HashMap<>()));
        values.forEach((name, value) -> put(all, name, value));
        return all;
    }

    static void put(Map<String, Map<String, Object>> nested, String name, Object value) {
        var entry = get(name);
        Objects.requireNonNull(nested.get(entry.structure())).put(entry.field(), value);
    }
}
