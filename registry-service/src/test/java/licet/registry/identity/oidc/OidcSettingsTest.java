package licet.registry.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.identity.ProvidedIdentity.Grant;
import licet.registry.identity.SignInWays;
import licet.registry.platform.http.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {
    @Test
    void aGroupMayHoldEqualsSigns() {
        assertThat(GroupRole.parse("cn=legal,ou=groups=reviewer"))
                .isEqualTo(new GroupRole("cn=legal,ou=groups", Role.REVIEWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal", "=reviewer", "legal=emperor", "legal="})
    void aLineThatNamesNoRoleStopsTheStart(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> GroupRole.parse(line));
    }

    @Test
    void groupsGovernAsSoonAsOneIsMapped() {
        var mapped = roles(List.of(new GroupRole("legal", Role.REVIEWER)), Optional.of(Role.REQUESTER));
        assertThat(mapped.grant(Set.of("legal"))).isEqualTo(new Grant.Exactly(Set.of(Role.REVIEWER)));
        assertThat(mapped.grant(Set.of("others"))).isEqualTo(new Grant.Exactly(Set.of(Role.REQUESTER)));
        var unmapped = roles(List.of(), Optional.of(Role.REQUESTER));
        assertThat(unmapped.grant(Set.of("legal"))).isEqualTo(new Grant.AtFirst(Set.of(Role.REQUESTER)));
        assertThat(roles(List.of(), Optional.empty()).grant(Set.of("legal"))).isEqualTo(new Grant.AtFirst(Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.com",
                "ftp://localhost",
                "login.example.com",
                "file:///etc",
                "http:localhost"
            })
    void codesTravelEncryptedOrNotAtAll(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> SafeAddress.demand(URI.create(address)));
    }

    @Test
    void anIssuerMayHaveAPath() {
        assertThat(Provider.description(URI.create("https://login.example.com/realms/main/")))
                .hasToString("https://login.example.com/realms/main/.well-known/openid-configuration");
    }

    @Test
    void anInstallationThatNobodyCouldEnterDoesNotStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SignInWays(false, Optional.empty()));
    }

    private static OidcSettings.Roles roles(List<GroupRole> groups, Optional<Role> first) {
        return new OidcSettings.Roles("groups", groups, first);
    }
}
