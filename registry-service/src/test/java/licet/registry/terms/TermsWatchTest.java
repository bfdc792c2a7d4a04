package licet.registry.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import licet.registry.platform.Database;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.rules.Knowledge;
import licet.rules.license.License;
import org.junit.jupiter.api.Test;

class TermsWatchTest {
    private static final URI PAGE = LiveTerms.shipped().getFirst().address();

    private final TestRegistry registry = TestRegistry.shared();
    private final Map<URI, PageReader.Outcome> web = new HashMap<>();
    private final TermsWatch watch = new TermsWatch(
            address -> web.getOrDefault(address, new PageReader.Outcome.Failed("unplugged")),
            registry.bean(TermsTable.class),
            registry.bean(Database.class),
            registry.bean(AuditLog.class),
            registry.bean(Clock.class));

    private int check() {
        registry.clock().advance(Duration.ofDays(1));
        return watch.check();
    }

    private void publish(String terms) {
        String html = "<html><head><script>visit=" + web.size() + "</script></head><body><nav>Menu " + System.nanoTime()
                + "</nav><main><h1>Terms</h1><p>" + terms + "</p></main></body></html>";
        web.put(PAGE, new PageReader.Outcome.Read(html.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void onlyAnotherTextIsAChangeAndItIsAudited() {
        String terms = "You may use the model. ".repeat(40);
        publish(terms);
        assertThat(check()).as("the first look").isZero();
        publish(terms);
        assertThat(check()).as("only the menu moved").isZero();
        web.clear();
        assertThat(check()).as("unplugged").isZero();
        assertThat(watch.list().getFirst().failure()).contains("unplugged");
        web.put(PAGE, new PageReader.Outcome.Read("<p>Sorry</p>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(check()).as("an error page").isZero();
        publish(terms + "You may not sell it.");
        assertThat(check()).isEqualTo(1);
        var page = watch.list().getFirst();
        assertThat(page.versions()).hasSize(2);
        assertThat(page.words().orElseThrow().changes())
                .extracting(change -> change.after())
                .containsExactly("You may not sell it.");
        var audited = registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT object_id FROM audit_entry WHERE action = 'live-terms.change'",
                        row -> row.getString("object_id")));
        assertThat(audited).containsExactly(PAGE.toString());
        assertThat(registry.get("/api/v1/live-terms", registry.token(Scope.READ))
                        .body())
                .contains(PAGE.toString(), "You may not sell it.");
    }

    @Test
    void everyLicenseWithLiveTermsIsWatchedAndNoOther() {
        var live = Knowledge.load(false).licenses().licenses().stream()
                .filter(license -> license.terms().kind() == License.Terms.Kind.LIVE)
                .map(license -> license.key().value())
                .collect(Collectors.toSet());
        var watched = LiveTerms.shipped().stream()
                .flatMap(term -> term.licenses().stream())
                .collect(Collectors.toSet());
        assertThat(watched).isEqualTo(live);
    }

    @Test
    void onlyEncryptedPagesWithoutCredentialsAreWatched() {
        for (var address : List.of("http://example.com/terms", "https://user@example.com/terms", "file:///terms")) {
            assertThatThrownBy(() -> new LiveTerm(URI.create(address), List.of("gemma")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
