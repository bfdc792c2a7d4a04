package licet.ingest.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Gatherers;
import okhttp3.FormBody;
import okhttp3.HttpUrl;

/** What a repository holds and how it came to it. */
final class RepositoryCalls {
    /** The Hub refuses forms of more than 1,000 fields; one is needed beside the paths. */
    private static final int PATHS_A_REQUEST = 999;

    private static final int COMMITS_A_PAGE = 1000;

    private final Asker asker;

    RepositoryCalls(Asker asker) {
        this.asker = asker;
    }

    HubResult<List<RepoFile>> tree(RepoId id, Revision revision) {
        HttpUrl url = below(id, "tree/" + revision.encoded())
                .addQueryParameter("recursive", "true")
                .build();
        var files = new ArrayList<RepoFile>();
        return asker.pages(
                        url,
                        Pager.CURSOR,
                        ProblemReader.Target.REPOSITORY,
                        ItemReader.ofTree(TreeReader::find),
                        page -> {
                            files.addAll(page.items());
                            return true;
                        })
                .map(done -> List.copyOf(files));
    }

    HubResult<List<TreeEntry>> folder(RepoId id, Revision revision, TreeQuery query) {
        HttpUrl.Builder url = below(id, "tree/" + revision.encoded() + query.encodedFolder());
        if (query.recursive()) {
            url.addQueryParameter("recursive", "true");
        }
        if (query.expanded()) {
            url.addQueryParameter("expand", "true");
        }
        var entries = new ArrayList<TreeEntry>();
        return asker.pages(
                        url.build(),
                        Pager.CURSOR,
                        ProblemReader.Target.REPOSITORY,
                        ItemReader.ofTree(TreeReader::findEntry),
                        page -> {
                            entries.addAll(page.items());
                            return true;
                        })
                .map(done -> List.copyOf(entries));
    }

    HubResult<List<TreeEntry>> paths(RepoId id, Revision revision, List<RepoPath> paths, boolean expanded) {
        HubResult<List<TreeEntry>> found = new HubResult.Found<>(List.of());
        for (List<RepoPath> some :
                paths.stream().gather(Gatherers.windowFixed(PATHS_A_REQUEST)).toList()) {
            found = found.flatMap(
                    earlier -> somePaths(id, revision, some, expanded).map(more -> {
                        var all = new ArrayList<>(earlier);
                        all.addAll(more);
                        return List.copyOf(all);
                    }));
        }
        return found;
    }

    HubResult<CommitLog> commits(RepoId id, Revision revision, int most) {
        HttpUrl url = below(id, "commits/" + revision.encoded())
                .addQueryParameter("limit", String.valueOf(Math.clamp(most, 1, COMMITS_A_PAGE)))
                .build();
        var commits = new ArrayList<Commit>();
        var total = new AtomicReference<>(OptionalLong.empty());
        return asker.pages(
                        url,
                        Pager.NUMBER,
                        ProblemReader.Target.REPOSITORY,
                        ItemReader.ofTree(RepositoryReader::findCommit),
                        page -> {
                            total.set(page.total());
                            commits.addAll(page.items()
                                    .subList(0, Math.min(page.items().size(), most - commits.size())));
                            return commits.size() < most;
                        })
                .map(done -> new CommitLog(commits, total.get()));
    }

    HubResult<GitRefs> refs(RepoId id, boolean withPullRequests) {
        HttpUrl.Builder url = below(id, "refs");
        if (withPullRequests) {
            url.addQueryParameter("include_prs", "true");
        }
        return asker.json(url.build(), ProblemReader.Target.REPOSITORY)
                .map(document -> RepositoryReader.refs(document.json()));
    }

    HubResult<SecurityScan> scan(RepoId id) {
        return asker.json(below(id, "scan").build(), ProblemReader.Target.REPOSITORY)
                .flatMap(document -> ModelInfoReader.findScan(document.json())
                        .<HubResult<SecurityScan>>map(HubResult.Found::new)
                        .orElseGet(() -> Asker.failed("the answer is no scan")));
    }

    private HubResult<List<TreeEntry>> somePaths(RepoId id, Revision revision, List<RepoPath> paths, boolean expanded) {
        var form = new FormBody.Builder().add("expand", String.valueOf(expanded));
        paths.forEach(path -> form.add("paths", path.toString()));
        HttpUrl url = below(id, "paths-info/" + revision.encoded()).build();
        long cap = asker.settings().limits().jsonBytes();
        var asking = new ListAsking<>(Outgoing.post(url, form.build()), ItemReader.ofTree(TreeReader::findEntry), cap);
        return asker.ask(asking, ProblemReader.Target.REPOSITORY).map(Reply.Read::value);
    }

    private HttpUrl.Builder below(RepoId id, String path) {
        return asker.endpoint().path("api/models/" + id.value() + "/" + path);
    }
}
