package licet.registry.identity.oidc;

/** The provider cannot be reached, or does not speak as a provider does. Nothing is known about the person. */
final class ProviderDown extends Exception {
    private static final long serialVersionUID = 1;

    ProviderDown(String what, Throwable cause) {
        super(what, cause);
    }
}
