package licet.tests.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java with the classes of this one. */
final class ChildJvm {
    private ChildJvm() {}

    /** @param arguments of the main class */
    static ProcessBuilder of(Class<?> main, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        // What this build was called with must not decide what the child does.
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("HF_") || name.startsWith("LICET_") || name.equals("JAVA_TOOL_OPTIONS"));
        return builder;
    }
}
