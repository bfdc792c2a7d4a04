package licet.registry.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRuleTest {
    private static final UUID ID = new UUID(1, 1);
    private static final AccessRule READ = new AccessRule.Known(Set.of(Scope.READ), Set.of());
    private static final AccessRule PAGE = new AccessRule.Known(Set.of(), Set.of());
    private static final AccessRule AUDIT = new AccessRule.Known(Set.of(), Set.of(Role.AUDITOR));
    private static final AccessRule BOTH = new AccessRule.Known(Set.of(Scope.WRITE), Set.of(Role.ADMINISTRATOR));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    # caller,       open, undeclared, read,  page,  auditors, administrators' writes
                    token READ,     true, false,      true,  false, false,    false
                    token GATE,     true, false,      false, false, false,    false
                    token WRITE,    true, false,      true,  false, false,    true
                    session,        true, false,      false, true,  false,    false
                    """)
    void whoMayPassWhat(
            String caller, boolean open, boolean undeclared, boolean read, boolean page, boolean audit, boolean both) {
        var known = principal(caller);
        assertThat(passes(new AccessRule.Open(), known)).isEqualTo(open);
        assertThat(passes(new AccessRule.Undeclared(), known)).isEqualTo(undeclared);
        assertThat(passes(READ, known)).isEqualTo(read);
        assertThat(passes(PAGE, known)).isEqualTo(page);
        assertThat(passes(AUDIT, known)).isEqualTo(audit);
        assertThat(passes(BOTH, known)).isEqualTo(both);
    }

    private static boolean passes(AccessRule rule, Principal caller) {
        return rule.objection(caller).isEmpty();
    }

    private static Principal principal(String caller) {
        var roles = Set.of(Role.ADMINISTRATOR);
        return caller.equals("session")
                ? new Principal(ID, "ada", roles, Set.of(), new Principal.Via.Session(new FormToken("f")))
                : new Principal(
                        ID, "ada", roles, Set.of(Scope.valueOf(caller.substring(6))), new Principal.Via.Token(ID));
    }
}
