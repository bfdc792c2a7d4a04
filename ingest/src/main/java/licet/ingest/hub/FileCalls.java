package licet.ingest.hub;

import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/** Files of a repository. */
final class FileCalls {
    private final Asker asker;

    FileCalls(Asker asker) {
        this.asker = asker;
    }

    HubResult<Payload> content(RepoId id, Revision revision, RepoPath path) {
        return whole("resolve", id, revision, path);
    }

    HubResult<List<RepoFile>> tree(RepoId id, Revision revision) {
        HttpUrl url = asker.endpoint()
                .path("api/models/" + id.value() + "/tree/" + revision.encoded())
                .addQueryParameter("recursive", "true")
                .build();
        var files = new ArrayList<RepoFile>();
        return asker.pages(url, Pager.CURSOR, ProblemReader.Target.REPOSITORY, TreeReader::find, page -> {
                    files.addAll(page.items());
                    return true;
                })
                .map(_ -> List.copyOf(files));
    }

    private HubResult<Payload> whole(String how, RepoId id, Revision revision, RepoPath path) {
        HttpUrl url = asker.endpoint()
                .path(id.value() + "/" + how + "/" + revision.encoded() + "/" + path.encoded())
                .build();
        var asking = new FileAsking(Outgoing.get(url), asker.settings().limits().textBytes());
        return asker.ask(asking, ProblemReader.Target.REPOSITORY).map(Reply.Read::value);
    }
}
