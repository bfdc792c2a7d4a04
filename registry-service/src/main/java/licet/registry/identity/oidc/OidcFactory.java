package licet.registry.identity.oidc;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.identity.SignInWays;
import org.jspecify.annotations.Nullable;

/** Reads the configuration and refuses to start with one that could not work. */
@Factory
final class OidcFactory {
    private static final String ISSUER = "licet.oidc.issuer";

    @Singleton
    @Requires(property = ISSUER)
    OidcSettings settings(
            @Property(name = ISSUER) String issuer,
            @Value("${licet.oidc.display-name:OpenID}") String name,
            @Value("${licet.oidc.scopes:openid,profile,email}") List<String> scopes,
            OidcSettings.Client client,
            OidcSettings.Roles roles) {
        return new OidcSettings(URI.create(issuer), name, client, Set.copyOf(scopes), roles);
    }

    @Singleton
    OidcSettings.Client client(
            @Value("${licet.oidc.client-id:}") @Nullable String id,
            @Value("${licet.oidc.client-secret:}") @Nullable String secret) {
        return new OidcSettings.Client(orEmpty(id), Optional.ofNullable(secret).filter(text -> !text.isBlank()));
    }

    @Singleton
    OidcSettings.Roles roles(
            @Value("${licet.oidc.group-claim:groups}") String claim,
            @Property(name = "licet.oidc.roles") @Nullable List<String> lines,
            @Value("${licet.oidc.first-role:}") @Nullable String first) {
        return new OidcSettings.Roles(
                claim,
                lines == null ? List.of() : lines.stream().map(GroupRole::parse).toList(),
                Optional.ofNullable(first)
                        .filter(word -> !word.isBlank())
                        .map(word -> GroupRole.parseDuties("licet.oidc.first-role", word)));
    }

    @Singleton
    SignInWays ways(@Value("${licet.sign-in.password:true}") boolean password, Optional<OidcSettings> settings) {
        return new SignInWays(password, settings.map(OidcSettings::name));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
