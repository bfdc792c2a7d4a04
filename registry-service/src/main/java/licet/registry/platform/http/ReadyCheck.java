package licet.registry.platform.http;

import java.util.Optional;

/** What a feature needs before it can answer, for instance knowledge that is loaded. */
public interface ReadyCheck {
    /** One word for what is missing, or empty when all is there. */
    Optional<String> obstacle();
}
