package licet.registry.identity.ci;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import licet.registry.identity.Tokens;
import licet.registry.identity.oidc.SafeAddress;
import licet.registry.platform.Database;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/** Whose identity tokens count here. Each is a token of ours that nobody knows the secret of. */
@Singleton
class CiIdentities {
    private static final String KIND = "token";
    private static final int LONGEST_AUDIENCE = 200;
    private static final int MOST_CLAIMS = 10;
    /** The same for every job of every customer of a CI system: they tell nobody apart. */
    private static final Set<String> SAY_NOTHING = Set.of("iss", "aud", "exp", "iat", "nbf", "jti");

    private final Tokens tokens;
    private final Database database;
    private final AuditLog audit;
    private final HeadCache<String, List<CiIdentity>> current;

    CiIdentities(Tokens tokens, Database database, AuditLog audit, HeadWatch watch) {
        this.tokens = tokens;
        this.database = database;
        this.audit = audit;
        this.current = watch.cache(1, Set.of(KIND));
    }

    /** What an administrator lets in. */
    record Wish(String name, Scope scope, int days, String issuer, String audience, Map<String, String> claims) {}

    @Transactional
    CiIdentity create(Wish wish, Principal by) {
        if (wish.scope() == Scope.WRITE) {
            throw malformed("/scope", wish.scope().word(), "use gate or read: jobs change nothing");
        }
        var issuer = issuer(wish.issuer());
        var claims = claims(wish.claims());
        if (wish.audience().isBlank() || wish.audience().length() > LONGEST_AUDIENCE) {
            throw malformed("/audience", wish.audience(), "name what the tokens are made for, such as licet");
        }
        // The secret goes nowhere: only identity tokens count as this one.
        var issued = tokens.create(wish.name(), wish.scope(), wish.days(), by);
        database.write(sql -> sql.update(
                "INSERT INTO ci_identity (token_id, issuer, audience, claims) VALUES (?, ?, ?, ?)",
                issued.id(),
                issuer.toString(),
                wish.audience(),
                CanonicalJson.write(claims)));
        audit.append(AuditEvent.of(
                by.actor(),
                "token.trust",
                KIND,
                issued.id().toString(),
                Map.of("issuer", issuer.toString(), "audience", wish.audience(), "claims", claims)));
        return new CiIdentity(issued.id(), wish.name().strip(), wish.scope().word(), issuer, wish.audience(), claims);
    }

    private static URI issuer(String text) {
        try {
            return SafeAddress.demand(URI.create(text));
        } catch (IllegalArgumentException unsafe) {
            throw malformed("/issuer", text, "write the https address that stands in the tokens as iss");
        }
    }

    private static Map<String, String> claims(Map<String, String> given) {
        var all = new TreeMap<>(given);
        if (all.isEmpty() || all.size() > MOST_CLAIMS || SAY_NOTHING.containsAll(all.keySet())) {
            throw malformed(
                    "/claims",
                    String.join(", ", all.keySet()),
                    "name 1 to " + MOST_CLAIMS
                            + " claims that tell your jobs from others', such as repository and ref");
        }
        all.forEach((name, pattern) -> {
            try {
                new ClaimPattern(pattern);
            } catch (IllegalArgumentException wrong) {
                throw malformed("/claims/" + name, pattern, String.valueOf(wrong.getMessage()));
            }
        });
        return all;
    }

    /** Those that count now, from memory while no change touched tokens. */
    List<CiIdentity> list() {
        return current.get(
                "current",
                _ -> database.read(sql -> sql.list(
                        "SELECT c.token_id, t.name, t.scope, c.issuer, c.audience, c.claims FROM ci_identity c"
                                + " JOIN api_token t ON t.id = c.token_id WHERE t.revoked_at IS NULL ORDER BY t.created_at, t.id",
                        row -> new CiIdentity(
                                row.getObject("token_id", UUID.class),
                                row.getString("name"),
                                row.getString("scope"),
                                URI.create(row.getString("issuer")),
                                row.getString("audience"),
                                texts(row.getString("claims"))))));
    }

    private static Map<String, String> texts(String json) {
        var all = new TreeMap<String, String>();
        CanonicalJson.read(json, com.fasterxml.jackson.databind.node.ObjectNode.class)
                .properties()
                .forEach(field -> all.put(field.getKey(), field.getValue().textValue()));
        return all;
    }

    private static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
