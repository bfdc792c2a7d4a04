package licet.registry.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import licet.rules.Knowledge;
import licet.rules.format.PolicyYaml;

/** The texts that ship with the product, to begin from. */
@Singleton
public class ReadyPolicies {
    private static final List<String> KEYS =
            List.of("balanced", "permissive-only", "eu-regulated-industry", "us-public-sector-contractor");

    public record Ready(String key, String title, String source) {}

    public List<Ready> list() {
        return KEYS.stream().map(ReadyPolicies::read).toList();
    }

    public Optional<Ready> find(String key) {
        return KEYS.stream().filter(key::equals).findFirst().map(ReadyPolicies::read);
    }

    private static Ready read(String key) {
        String file = "/licet/samples/policies/" + key + ".yaml";
        try (var in = Objects.requireNonNull(Knowledge.class.getResourceAsStream(file), file)) {
            var source = new String(in.readAllBytes(), UTF_8);
            return new Ready(key, PolicyYaml.parse(file, source, 1).title(), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
