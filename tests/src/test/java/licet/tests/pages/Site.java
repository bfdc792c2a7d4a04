package licet.tests.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import licet.registry.calendar.CalendarBook;
import licet.registry.identity.Invitation;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLinks;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.Credentials;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import licet.tests.browser.Browsers;

/** The product with the recorded Hub read in, and browsers that look at it. */
final class Site {
    static final String DISTILLED = "/models/deepseek-ai/DeepSeek-R1-Distill-Llama-70B";
    static final String SCOUT = "/models/meta-llama/Llama-4-Scout-17B-16E-Instruct";

    static final String COMPARED = "/compare?deployment=large-customer-product&model=Qwen/Qwen2.5-72B-Instruct"
            + "&model=mistralai/Mixtral-8x7B-v0.1&model=meta-llama/Llama-3.3-70B-Instruct";

    private static final TestRegistry REGISTRY = TestRegistry.shared();

    private Site() {}

    private static final class Holder {
        static final String SESSION = begin();

        private static String begin() {
            REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
            REGISTRY.bean(CalendarBook.class).refresh();
            return REGISTRY.session();
        }
    }

    /** The review of a stack that is open. */
    static UUID review() {
        return Review.ID;
    }

    private static final class Review {
        static final UUID ID = new Desk(
                        REGISTRY,
                        REGISTRY.bean(Credentials.class)
                                .findBySession(Holder.SESSION)
                                .orElseThrow())
                .record();
    }

    static String address(String path) {
        return REGISTRY.uri(path).toString();
    }

    /** Somebody who is signed in. */
    static BrowserContext visitor(Browser.NewContextOptions options) {
        var cookie = new Cookie("licet-session", Holder.SESSION).setUrl(address("/"));
        var context = stranger(options);
        context.addCookies(List.of(cookie));
        return context;
    }

    /** Somebody whom the administrator invited, with these roles and topics. */
    static BrowserContext person(Invitation wanted, Browser.NewContextOptions options) {
        var administrator =
                REGISTRY.bean(Credentials.class).findBySession(Holder.SESSION).orElseThrow();
        var link = REGISTRY.bean(PeopleDesk.class).invite(wanted, administrator);
        var joined = REGISTRY.bean(PersonLinks.class).complete(link.secret(), "a long enough password");
        var context = stranger(options);
        if (joined instanceof PersonLinks.Result.Done done) {
            context.addCookies(List.of(new Cookie("licet-session", done.sessionId()).setUrl(address("/"))));
        }
        return context;
    }

    static BrowserContext stranger(Browser.NewContextOptions options) {
        // The account that strangers sign in to is there as well.
        if (Holder.SESSION.isEmpty()) {
            throw new IllegalStateException("no account");
        }
        return Browsers.newContext(options);
    }
}
