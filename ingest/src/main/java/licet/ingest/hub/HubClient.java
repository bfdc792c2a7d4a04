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
    private final RepositoryCalls repositories;
    private final DirectoryCalls directory;

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
        this.repositories = new RepositoryCalls(asker);
        this.directory = new DirectoryCalls(asker);
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

    /** The bytes as git keeps them: for a large file that is its {@link LfsPointer}. */
    public HubResult<Payload> raw(RepoId id, Revision revision, RepoPath path) {
        return files.raw(id, revision, path);
    }

    /** Some bytes of a file of any size. A connection that breaks costs only what is still missing. */
    public HubResult<FilePart> part(RepoId id, Revision revision, RepoPath path, ByteRange range) {
        return files.part(id, revision, path, range);
    }

    /** Size, hash and commit of a file without its content. */
    public HubResult<FileMeta> fileMeta(RepoId id, Revision revision, RepoPath path) {
        return files.meta(id, revision, path);
    }

    /** Every file below a revision. */
    public HubResult<List<RepoFile>> tree(RepoId id, Revision revision) {
        return repositories.tree(id, revision);
    }

    /** Files and folders of a tree or a part of it, with details where asked for. */
    public HubResult<List<TreeEntry>> tree(RepoId id, Revision revision, TreeQuery query) {
        return repositories.folder(id, revision, query);
    }

    /** These paths, in requests of at most 1,000. A path that is not there is left out. */
    public HubResult<List<TreeEntry>> pathsInfo(RepoId id, Revision revision, List<RepoPath> paths, boolean expanded) {
        return repositories.paths(id, revision, paths, expanded);
    }

    /** The newest commits, at most so many. */
    public HubResult<CommitLog> commits(RepoId id, Revision revision, int most) {
        return repositories.commits(id, revision, most);
    }

    public HubResult<GitRefs> refs(RepoId id, boolean withPullRequests) {
        return repositories.refs(id, withPullRequests);
    }

    /** The Hub's scan of the files at the head. */
    public HubResult<SecurityScan> scan(RepoId id) {
        return repositories.scan(id);
    }

    /** Every tag of a type: {@code license}, {@code library}, {@code pipeline_tag}, {@code language}, {@code region} … */
    public HubResult<List<HubTag>> tags(String type) {
        return directory.tags(type);
    }

    /** An unknown name, and that of a user, is a {@link HubProblem.MissingPage}. */
    public HubResult<Account> organization(String name) {
        return directory.organization(name);
    }

    /** An unknown name, and that of an organization, is a {@link HubProblem.MissingPage}. */
    public HubResult<Account> user(String name) {
        return directory.user(name);
    }

    /** @param slug {@code owner/title-id}, as in the address of its page */
    public HubResult<HubCollection> collection(String slug) {
        return directory.collection(slug);
    }

    public HubResult<List<HubCollection>> collections(CollectionQuery query) {
        return directory.collections(query);
    }

    /** A dataset with the license fields of its card. */
    public HubResult<Answer<DatasetInfo>> datasetInfo(RepoId id, Revision revision) {
        return directory.dataset(id, revision);
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
