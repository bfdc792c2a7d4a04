package licet.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.MessageDigest;
import java.util.Set;
import java.util.stream.Collectors;
import licet.registry.platform.Database;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

/**
 * Nobody learns a secret by how long a refusal takes. A clock would only see chance on a shared machine, so this looks
 * at how it is compared.
 */
class ConstantTimeTest {
    /** Where what somebody sent is held against what is kept. */
    private static final Set<String> COMPARISONS =
            Set.of("SecretHash.equals", "FormToken.matches", "Flow.hasState", "WebhookSecret.matches");

    @Test
    void timingOfTokenComparison() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("licet.registry");
        var comparing = classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> calls(method, MessageDigest.class, "isEqual"))
                .collect(Collectors.toSet());
        assertThat(comparing)
                .extracting(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .containsExactlyInAnyOrderElementsOf(COMPARISONS);
        assertThat(comparing).noneMatch(method -> calls(method, String.class, "equals"));
    }

    @Test
    void tokensAreFoundByTheirHashAlone() {
        var registry = TestRegistry.shared();
        var token = registry.token(Scope.READ);
        var row = registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT t::text FROM api_token t WHERE secret_hash = ?", found -> found.getString(1), (Object)
                                Secret.parse(Secret.Kind.API_TOKEN, token)
                                        .orElseThrow()
                                        .hash()
                                        .bytes()));
        assertThat(row).doesNotContain(token.substring(20));
    }

    private static boolean calls(JavaMethod method, Class<?> owner, String name) {
        return method.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .anyMatch(target -> target.getOwner().isEquivalentTo(owner)
                        && target.getName().equals(name));
    }
}
