package licet.registry.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** The token with which a program makes another one, which gets nothing that this one has not. */
record MakingToken(UUID id, Optional<Instant> expiresAt) {
    /** A revocation at the same moment waits for the new token, and then finds it. */
    private static final String LOCK = """
            SELECT id, expires_at FROM api_token WHERE id = ? AND revoked_at IS NULL FOR SHARE
            """;

    /** Empty for somebody who is signed in. */
    static Optional<MakingToken> lock(Statements sql, Principal by) {
        return switch (by.via()) {
            case Principal.Via.Session _ -> Optional.empty();
            case Principal.Via.Token(var id) ->
                Optional.of(sql.find(
                                LOCK,
                                row -> new MakingToken(
                                        row.getObject("id", UUID.class),
                                        Optional.ofNullable(Statements.findInstant(row, "expires_at"))),
                                id)
                        .orElseThrow(() -> new RegistryProblem.NotAuthenticated().asException()));
        };
    }

    void check(NewToken wanted, Principal by) {
        if (!by.may(wanted.scope())) {
            throw malformed("scope", wanted.scope().word(), "Use a scope that this token has itself.");
        }
        var end = wanted.expiresAt();
        if (expiresAt.isPresent() && (end == null || end.isAfter(expiresAt.get()))) {
            throw malformed(
                    "days", String.valueOf(end), "Use less: this token itself ends at " + expiresAt.get() + ".");
        }
    }

    private static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
