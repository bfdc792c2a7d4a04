package licet.ingest.hub;

import okhttp3.Headers;

/** Draws from every answer what concerns all callers: the quota that is left and the Hub's warnings. */
final class AnswerWatcher implements Exchange.Watcher {
    private final Pacer pacer;
    private final HubTiming timing;
    private final HubListener listener;
    private final HubWarnings warnings;

    AnswerWatcher(Pacer pacer, HubTiming timing, HubListener listener) {
        this.pacer = pacer;
        this.timing = timing;
        this.listener = listener;
        this.warnings = new HubWarnings(listener);
    }

    @Override
    public void answered(int status, Headers headers, boolean fromHub, long bytes) {
        listener.answered(status, bytes);
        if (fromHub) {
            var now = timing.clock().instant();
            headers.values("RateLimit-Policy").forEach(pacer::learnPolicy);
            headers.values("RateLimit").stream()
                    .flatMap(value -> RateLimit.find(value).stream())
                    .forEach(limit -> pacer.learn(limit, now));
            warnings.read(headers.values("X-HF-Warning"));
        }
    }
}
