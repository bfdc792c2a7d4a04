package licet.ingest.hub;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Keeps a redirect from leading into the network behind us. Where the configured endpoint stands in such a network
 * itself, its neighbors may be asked too.
 */
final class PrivateNetworks implements Dns {
    private final String endpointHost;
    private final Dns resolver;

    PrivateNetworks(String endpointHost, Dns resolver) {
        this.endpointHost = endpointHost;
        this.resolver = resolver;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = resolver.lookup(host);
        if (!host.equals(endpointHost)) {
            check(host, addresses);
        }
        return addresses;
    }

    /** For addresses written as numbers, which never reach a resolver on the way to a connection. */
    void checkLiteral(String host) throws RefusedAddressException {
        if (host.equals(endpointHost)) {
            return;
        }
        try {
            check(host, List.of(InetAddress.ofLiteral(host)));
        } catch (IllegalArgumentException e) {
            // A name, not a number: looked up and checked when the connection is made.
            return;
        }
    }

    private void check(String host, List<InetAddress> addresses) throws RefusedAddressException {
        if (addresses.stream().anyMatch(PrivateNetworks::isPrivate) && !endpointIsPrivate()) {
            throw new RefusedAddressException("the address of host " + host + " is private");
        }
    }

    private boolean endpointIsPrivate() {
        try {
            return resolver.lookup(endpointHost).stream().anyMatch(PrivateNetworks::isPrivate);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        boolean carrierGrade = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || carrierGrade;
    }

    /** Asking again does not help. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(String message) {
            super(message);
        }
    }
}
