package licet.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import licet.registry.identity.SignInWays;
import licet.registry.platform.http.ReturnAddress;
import licet.web.layout.FormProblem;

/**
 * The sign-in page.
 *
 * @param login as it was sent before, so that it need not be written twice
 * @param to where to go on afterward
 * @param notice why signing in at the provider did not work
 */
public record SignInView(
        String login, Optional<String> to, List<FormProblem> problems, SignInWays ways, Optional<String> notice) {
    public SignInView {
        problems = List.copyOf(problems);
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }

    /** Where the way to the provider begins. */
    public String providerAddress() {
        return ProviderSignInController.PATH
                + to.map(path -> "?" + ReturnAddress.PARAMETER + "=" + URLEncoder.encode(path, UTF_8))
                        .orElse("");
    }
}
