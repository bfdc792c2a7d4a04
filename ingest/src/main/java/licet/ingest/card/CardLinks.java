package licet.ingest.card;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;

/** Lets through only links that leave our own site for a page or a mailbox. */
final class CardLinks implements AttributePolicy {
    private static final Set<String> SCHEMES = Set.of("https", "http", "mailto");
    private static final int MAX_LENGTH = 2_000;

    private final Optional<URI> address;

    CardLinks(Optional<URI> address) {
        this.address = address;
    }

    @Override
    public @Nullable String apply(String element, String attribute, String value) {
        return find(value).orElse(null);
    }

    /** The absolute address that a link means; empty for one that leads nowhere, or into a scheme that can do harm. */
    Optional<String> find(String written) {
        String link = written.strip();
        if (link.isEmpty() || link.startsWith("#") || link.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var uri = new URI(link.replace(" ", "%20"));
            return absolute(uri)
                    .filter(u -> SCHEMES.contains(u.getScheme().toLowerCase(Locale.ROOT)))
                    .map(URI::toString);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<URI> absolute(URI uri) {
        return uri.isAbsolute()
                ? Optional.of(uri)
                : address.map(base -> base.resolve(uri)).filter(URI::isAbsolute);
    }
}
