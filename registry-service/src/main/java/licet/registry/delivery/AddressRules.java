package licet.registry.delivery;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where messages may go: public addresses, asked again on each connection, so that a name that later points inward is
 * refused then. Hosts inside are reached only where the setting {@code licet.delivery.allow} names them.
 */
@Singleton
class AddressRules implements Dns {
    private static final List<Block> CLOSED = List.of(
            Block.of("0.0.0.0/8"),
            Block.of("10.0.0.0/8"),
            Block.of("100.64.0.0/10"),
            Block.of("127.0.0.0/8"),
            Block.of("169.254.0.0/16"),
            Block.of("172.16.0.0/12"),
            Block.of("192.0.0.0/24"),
            Block.of("192.0.2.0/24"),
            Block.of("192.88.99.0/24"),
            Block.of("192.168.0.0/16"),
            Block.of("198.18.0.0/15"),
            Block.of("198.51.100.0/24"),
            Block.of("203.0.113.0/24"),
            Block.of("224.0.0.0/3"),
            Block.of("::/3"),
            Block.of("2001::/23"),
            Block.of("2001:db8::/32"),
            Block.of("2002::/16"),
            Block.of("3fff::/20"),
            Block.of("4000::/2"),
            Block.of("8000::/1"));

    private final Set<String> allowed;

    AddressRules(@Value("${licet.delivery.allow:}") @Nullable List<String> allowed) {
        this.allowed = (allowed == null ? List.<String>of() : allowed)
                .stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Where a receiver wants to be told.
     *
     * @throws licet.registry.platform.problem.ProblemException malformed, saying what is wrong with it
     */
    HttpUrl parse(String address) {
        var url = checked(address);
        if (!url.isHttps() && !allowed.contains(url.host())) {
            throw refused(address, "use an https address");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw refused(address, "leave name and password out: every message is signed");
        }
        try {
            lookup(url.host());
        } catch (UnknownHostException unknown) {
            throw refused(address, "name a host that is known and public, or have it allowed by licet.delivery.allow");
        }
        return url;
    }

    private static HttpUrl checked(String address) {
        return Optional.ofNullable(HttpUrl.parse(address))
                .orElseThrow(() -> refused(address, "give an address such as https://hooks.example.com/licet"));
    }

    private static RuntimeException refused(String address, String mend) {
        return NewReceiver.malformed("/address", address, mend);
    }

    /** Addresses of a host, all of them public; a name that points inward as well is not trusted at all. */
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var found = List.of(InetAddress.getAllByName(host));
        if (!allowed.contains(host.toLowerCase(Locale.ROOT)) && found.stream().anyMatch(AddressRules::isClosed)) {
            throw new UnknownHostException(host + " is not a public address");
        }
        return found;
    }

    static boolean isClosed(InetAddress address) {
        return CLOSED.stream().anyMatch(block -> block.contains(address));
    }

    /** Addresses with the same first bits. */
    private record Block(byte[] start, int bits) {
        static Block of(String text) {
            String[] parts = text.split("/", 2);
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(text, impossible);
            }
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
