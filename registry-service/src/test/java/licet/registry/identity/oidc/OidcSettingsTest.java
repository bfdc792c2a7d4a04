package licet.registry.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.identity.Duties;
import licet.registry.identity.ProvidedIdentity.Grant;
import licet.registry.identity.SignInWays;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {
    private static final Duties REQUESTER = new Duties(Set.of(Role.REQUESTER), Set.of());
    private static final Duties REVIEWER = new Duties(Set.of(Role.REVIEWER), Set.of());
    private static final Duties COUNSEL = new Duties(Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL));
    private static final Duties SECURITY = new Duties(Set.of(Role.REVIEWER), Set.of(ReviewTopic.SECURITY));
    private static final Duties BOTH =
            new Duties(Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL, ReviewTopic.SECURITY));

    @Test
    void aGroupMayHoldEqualsSigns() {
        assertThat(GroupRole.parse("cn=legal,ou=groups=reviewer"))
                .isEqualTo(new GroupRole("cn=legal,ou=groups", REVIEWER));
        assertThat(GroupRole.parse("legal = reviewer:legal")).isEqualTo(new GroupRole("legal", COUNSEL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal", "=reviewer", "legal=emperor", "legal=", "a=reviewer:law", "a=approver:legal"})
    void aLineThatNamesNoRoleStopsTheStart(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> GroupRole.parse(line));
    }

    @Test
    void groupsGovernAsSoonAsOneIsMapped() {
        var mapped = roles(
                List.of(new GroupRole("legal", COUNSEL), new GroupRole("safe", SECURITY)), Optional.of(REQUESTER));
        assertThat(mapped.grant(Set.of("legal"))).isEqualTo(new Grant.Exactly(COUNSEL));
        assertThat(mapped.grant(Set.of("others"))).isEqualTo(new Grant.Exactly(REQUESTER));
        assertThat(mapped.grant(Set.of("legal", "safe"))).isEqualTo(new Grant.Exactly(BOTH));
        var unmapped = roles(List.of(), Optional.of(REQUESTER));
        assertThat(unmapped.grant(Set.of("legal"))).isEqualTo(new Grant.AtFirst(REQUESTER));
        assertThat(roles(List.of(), Optional.empty()).grant(Set.of("legal"))).isEqualTo(new Grant.AtFirst(Duties.NONE));
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

    private static OidcSettings.Roles roles(List<GroupRole> groups, Optional<Duties> first) {
        return new OidcSettings.Roles("groups", groups, first);
    }
}
