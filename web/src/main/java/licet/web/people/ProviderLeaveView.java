package licet.web.people;

/**
 * A page from which the browser goes on to the provider: a form of ours must not lead to another site by itself.
 *
 * @param provider what people call it
 * @param to an address of the provider
 */
public record ProviderLeaveView(String provider, String to) {}
