package licet.registry.license;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import licet.rules.Knowledge;
import licet.rules.format.Remarks;

/** The comments of the license files, read when somebody first looks: a start needs none of them. */
@Singleton
class FileRemarks {
    private static final Remarks NONE = new Remarks("", Map.of());

    private static final class Holder {
        static final Map<String, Remarks> ALL = read();

        private static Map<String, Remarks> read() {
            var all = new HashMap<String, Remarks>();
            Knowledge.files(false).forEach((path, yaml) -> {
                if (path.startsWith("licenses/") || path.startsWith("use-policies/")) {
                    all.put(path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')), Remarks.parse(yaml));
                }
            });
            return Map.copyOf(all);
        }
    }

    Remarks of(String key) {
        return Holder.ALL.getOrDefault(key, NONE);
    }
}
