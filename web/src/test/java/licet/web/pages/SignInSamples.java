package licet.web.pages;

import java.util.List;
import java.util.Optional;
import licet.registry.identity.SignInWays;
import licet.web.access.SignInView;
import licet.web.layout.FormProblem;

/** Sign-in pages of installations with and without a provider. */
final class SignInSamples {
    private SignInSamples() {}

    static SignInView password(List<FormProblem> problems) {
        var ways = new SignInWays(true, Optional.empty());
        return new SignInView("ada", Optional.of("/models/a/b"), problems, ways, Optional.empty());
    }

    static SignInView provider() {
        var ways = new SignInWays(true, Optional.of("Example"));
        var notice = Optional.of("The provider knows you, but you have no role in Licet.");
        return new SignInView("", Optional.of("/models/a/b"), List.of(), ways, notice);
    }

    static SignInView hostile() {
        var ways = new SignInWays(true, Optional.of(Samples.SCRIPT));
        var text = Optional.of(Samples.SCRIPT);
        return new SignInView(Samples.SCRIPT, text, List.of(), ways, text);
    }
}
