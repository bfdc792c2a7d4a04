package licet.registry.terms;

import java.net.URI;
import java.util.List;

/**
 * A page to be watched.
 *
 * @param licenses keys of the licenses whose terms it is
 */
record LiveTerm(URI address, List<String> licenses) {
    LiveTerm {
        licenses = List.copyOf(licenses);
        if (!"https".equals(address.getScheme()) || address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException("%s is watched only at an https address".formatted(address));
        }
    }
}
