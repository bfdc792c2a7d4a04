package licet.registry.identity.oidc;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.identity.Duties;
import licet.registry.identity.ProvidedIdentity.Grant;

/**
 * The provider, as the installation configures it.
 *
 * @param issuer its name and the address under which it describes itself
 * @param name what people call it
 * @param scopes what is asked for; {@code openid} is among them
 */
record OidcSettings(URI issuer, String name, Client client, Set<String> scopes, Roles roles) {
    private static final String OPENID = "openid";

    OidcSettings {
        scopes = Set.copyOf(scopes);
        SafeAddress.demand(issuer);
        if (!scopes.contains(OPENID)) {
            throw new IllegalArgumentException("licet.oidc.scopes lacks openid");
        }
    }

    /**
     * This installation, as the provider knows it.
     *
     * @param secret empty for a public client, which proves itself by PKCE alone
     */
    record Client(String id, Optional<String> secret) {
        Client {
            if (id.isBlank()) {
                throw new IllegalArgumentException("licet.oidc.issuer is set and licet.oidc.client-id is not");
            }
        }

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /**
     * Who may do what.
     *
     * @param claim which claim of the ID token lists the groups
     * @param first what somebody begins with who is in none of the groups; empty: the door stays closed
     */
    record Roles(String claim, List<GroupRole> groups, Optional<Duties> first) {
        Roles {
            groups = List.copyOf(groups);
        }

        /** Without a single line about groups, roles are given in the product, and only the first comes from here. */
        Grant grant(Set<String> memberOf) {
            var begin = first.orElse(Duties.NONE);
            if (groups.isEmpty()) {
                return new Grant.AtFirst(begin);
            }
            var given = Duties.all(groups.stream()
                    .filter(line -> memberOf.contains(line.group()))
                    .map(GroupRole::duties)
                    .toList());
            return new Grant.Exactly(given.isNone() ? begin : given);
        }
    }
}
