package licet.registry.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages leave for public addresses alone. */
class AddressRulesTest {
    private final AddressRules rules = new AddressRules(List.of());

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.9.9.9, true",
        "0.0.0.0, true",
        "10.1.2.3, true",
        "100.64.0.1, true",
        "100.127.255.255, true",
        "100.128.0.0, false",
        "169.254.169.254, true",
        "172.15.255.255, false",
        "172.16.0.0, true",
        "172.31.255.255, true",
        "172.32.0.0, false",
        "192.168.1.1, true",
        "192.0.2.7, true",
        "198.18.0.1, true",
        "223.255.255.255, false",
        "224.0.0.1, true",
        "255.255.255.255, true",
        "8.8.8.8, false",
        "::1, true",
        "::, true",
        "::ffff:10.0.0.1, true",
        "64:ff9b::a00:1, true",
        "fe80::1, true",
        "fc00::1, true",
        "fd12:3456::1, true",
        "ff02::1, true",
        "2001::1, true",
        "2001:db8::1, true",
        "2002:a00:1::, true",
        "2606:4700::1111, false",
        "2a00:1450:4001::1, false"
    })
    void insideIsClosed(String address, boolean closed) throws Exception {
        assertThat(AddressRules.isClosed(InetAddress.getByName(address)))
                .as(address)
                .isEqualTo(closed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/x",
                "https://127.0.0.1/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "https://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://10.0.0.8:8443/x",
                "http://8.8.8.8/x",
                "https://user:secret@8.8.8.8/x",
                "https://no-such-host.invalid/x",
                "ftp://8.8.8.8/x",
                "file:///etc/passwd",
                "https://",
                "/relative",
                "not an address",
                ""
            })
    void whatIsRefusedSaysTheField(String address) {
        assertThatThrownBy(() -> rules.parse(address)).as(address).hasMessageContaining("/address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://8.8.8.8/licet", "https://8.8.8.8:8443/"})
    void publicAddressesAreTaken(String address) {
        assertThat(rules.parse(address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/x", "https://127.0.0.1/x"})
    void whatTheOperatorAllowsIsTaken(String address) {
        assertThat(new AddressRules(List.of("127.0.0.1")).parse(address)).hasToString(address);
    }
}
