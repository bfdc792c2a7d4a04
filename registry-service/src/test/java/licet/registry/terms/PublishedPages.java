package licet.registry.terms;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import licet.registry.platform.Database;
import licet.registry.platform.audit.AuditLog;
import licet.registry.testing.TestRegistry;

/** Pages of publishers that say what a test wants, watched as the product watches the real ones. */
public final class PublishedPages {
    private static final int LONG_ENOUGH = 40;

    private final TestRegistry registry;
    private final Map<URI, PageReader.Outcome> web = new HashMap<>();
    private final TermsWatch watch;

    public PublishedPages(TestRegistry registry) {
        this.registry = registry;
        this.watch = new TermsWatch(
                address -> web.getOrDefault(address, new PageReader.Outcome.Failed("unplugged")),
                registry.bean(TermsTable.class),
                registry.bean(Database.class),
                registry.bean(AuditLog.class),
                registry.bean(Clock.class));
    }

    /** Puts a text on a page, and looks at it a minute later. */
    public void publish(URI page, String terms) {
        var html =
                "<html><body><main><h1>Terms</h1><p>" + (terms + " ").repeat(LONG_ENOUGH) + "</p></main></body></html>";
        web.put(page, new PageReader.Outcome.Read(html.getBytes(StandardCharsets.UTF_8)));
        registry.clock().advance(Duration.ofMinutes(1));
        watch.check();
        registry.clock().advance(Duration.ofMinutes(1));
    }
}
