package licet.registry.host;

import java.net.URI;

/** One start of the server, as its tasks see it. */
public interface Startup {
    /** Where the server will answer. */
    URI address();

    /** Shown at once: what is being done, and how far it is. */
    void progress(String line);

    /** Shown last, below the address: what the person at the terminal should do next. */
    void closing(String line);
}
