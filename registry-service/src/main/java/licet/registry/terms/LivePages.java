package licet.registry.terms;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import licet.rules.license.LicenseKey;

/** Where the terms stand that a publisher changes on a page. */
@Singleton
public class LivePages {
    private final List<LiveTerm> shipped = LiveTerms.shipped();

    /** Addresses of the pages that a license is bound to; most have none. */
    public List<URI> of(LicenseKey license) {
        return shipped.stream()
                .filter(term -> term.licenses().contains(license.value()))
                .map(LiveTerm::address)
                .toList();
    }
}
