package licet.ingest.hub;

import java.util.List;
import java.util.function.Predicate;
import okhttp3.Dns;

/**
 * Asks the Hub. Safe for many threads; all clients of one token in this process share its quota. Nothing here throws for
 * what a server does.
 */
public final class HubClient implements AutoCloseable {
    private final HubTiming timing;
    private final Pacer pacer;
    private final UsageCounter counter;
    private final Transport transport;
    private final ModelCalls models;
    private final FileCalls files;

    public HubClient(HubSettings settings, HubTiming timing) {
        this(settings, timing, HubListener.NONE);
    }

    public HubClient(HubSettings settings, HubTiming timing, HubListener listener) {
        this(settings, timing, listener, Dns.SYSTEM, Quotas.ofProcess());
    }

    HubClient(HubSettings settings, HubTiming timing, HubListener listener, Dns dns, Quotas quotas) {
        this.timing = timing;
        this.pacer = quotas.pacer(settings);
        this.counter = new UsageCounter(listener);
        this.transport = new Transport(settings, timing, dns, pacer, counter);
        var asker = new Asker(settings, transport, timing);
        this.models = new ModelCalls(asker);
        this.files = new FileCalls(asker);
    }

    /** The model with its files' sizes and hashes. The id of the answer can differ: the repository was renamed. */
    public HubResult<Answer<ModelInfo>> modelInfo(RepoId id, Revision revision) {
        return models.info(id, revision);
    }

    /** The same, unless the answer is still the one that the validator stands for. A validator of another token is not used. */
    public HubResult<Conditional<Answer<ModelInfo>>> modelInfo(RepoId id, Revision revision, Validator known) {
        return models.infoIfChanged(id, revision, known);
    }

    /** One page of the list of models, held once, in short form; {@link ModelPage#next} leads on, also after a restart. */
    public HubResult<ModelPage> modelPage(ListQuery query) {
        return models.page(query);
    }

    /**
     * Page after page from the query's start on.
     *
     * @param wantsMore called with each page; false ends the reading
     * @return how many pages there were, or the first problem; pages before it were handed on
     */
    public HubResult<Integer> modelPages(ListQuery query, Predicate<ModelPage> wantsMore) {
        return models.pages(query, wantsMore);
    }

    /** The models that match; each once, also where pages overlap. */
    public HubResult<List<ModelInfo>> listModels(ModelQuery query) {
        return models.list(query);
    }

    /** The bytes of a small file. A larger one than the cap is refused, never cut. */
    public HubResult<Payload> file(RepoId id, Revision revision, RepoPath path) {
        return files.content(id, revision, path);
    }

    /** Every file below a revision. */
    public HubResult<List<RepoFile>> tree(RepoId id, Revision revision) {
        return files.tree(id, revision);
    }

    /** What is left of each quota, as the Hub last said; empty before the first answer and after a window's end. */
    public List<RateBudget> budgets() {
        return pacer.budgets(timing.clock().instant());
    }

    /** What this client has spent so far. */
    public HubUsage usage() {
        return counter.usage();
    }

    @Override
    public void close() {
        transport.close();
    }
}
