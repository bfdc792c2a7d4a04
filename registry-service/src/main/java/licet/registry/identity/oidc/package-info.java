/** Signing in at an OpenID provider: authorization code flow with PKCE. */
@org.jspecify.annotations.NullMarked
package licet.registry.identity.oidc;
