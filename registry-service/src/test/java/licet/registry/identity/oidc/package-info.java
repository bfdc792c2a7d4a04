/** Signing in at providers that behave and at one that does not. */
package licet.registry.identity.oidc;
