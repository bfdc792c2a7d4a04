package licet.web.people;

import java.util.List;
import java.util.Optional;
import licet.registry.identity.OwnAccount;
import licet.registry.identity.SignInWays;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Language;
import licet.registry.platform.http.Principal;
import licet.web.layout.FormProblem;

/**
 * The own account.
 *
 * @param roles words
 * @param topics words
 * @param provider what people call the OpenID provider, where one is configured
 */
public record AccountView(
        OwnAccount.Profile profile,
        List<String> roles,
        List<String> topics,
        List<OwnAccount.OwnSession> sessions,
        Optional<String> provider,
        List<FormProblem> problems) {
    public AccountView {
        roles = List.copyOf(roles);
        topics = List.copyOf(topics);
        sessions = List.copyOf(sessions);
        problems = List.copyOf(problems);
    }

    static AccountView of(
            Principal caller,
            OwnAccount.Profile profile,
            List<OwnAccount.OwnSession> sessions,
            SignInWays ways,
            List<FormProblem> problems) {
        return new AccountView(
                profile,
                caller.roles().stream().map(ClosedChoice::word).sorted().toList(),
                caller.standing().topics().stream()
                        .map(ClosedChoice::word)
                        .sorted()
                        .toList(),
                sessions,
                ways.provider(),
                problems);
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }
}
