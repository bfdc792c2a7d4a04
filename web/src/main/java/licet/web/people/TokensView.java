package licet.web.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.identity.Tokens;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Scope;
import licet.web.layout.FormProblem;

/**
 * Bearer tokens of programs.
 *
 * @param tokens of the reader; of everybody for administrators
 * @param secret of the token just made, this once
 */
public record TokensView(List<Row> tokens, Optional<String> secret, Filled form, List<FormProblem> problems) {
    /**
     * One token.
     *
     * @param owner login; empty for one that was made on the host
     * @param state open, ended or revoked
     */
    public record Row(
            String id,
            String name,
            String prefix,
            String scope,
            String owner,
            String state,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt) {
        public boolean isOpen() {
            return state.equals("open");
        }
    }

    public TokensView {
        tokens = List.copyOf(tokens);
        problems = List.copyOf(problems);
    }

    @Override
    public String toString() {
        return "TokensView[" + tokens.size() + "]";
    }

    public List<String> scopes() {
        return List.of(Scope.values()).stream().map(ClosedChoice::word).toList();
    }

    public int longestDays() {
        return Tokens.LONGEST_DAYS;
    }

    public String typed(String field) {
        return form.one(field);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
