package licet.registry.identity;

import java.util.Optional;

/**
 * How people may sign in here.
 *
 * @param password with a login and a password of this installation
 * @param provider what people call the OpenID provider, where one is configured
 */
public record SignInWays(boolean password, Optional<String> provider) {
    public SignInWays {
        if (!password && provider.isEmpty()) {
            throw new IllegalArgumentException(
                    "licet.sign-in.password is false and licet.oidc.issuer is not set: nobody could sign in");
        }
    }
}
