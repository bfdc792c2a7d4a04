package licet.ingest.hub;

import okhttp3.HttpUrl;

/** The content of files. */
final class FileCalls {
    private final Asker asker;

    FileCalls(Asker asker) {
        this.asker = asker;
    }

    HubResult<Payload> content(RepoId id, Revision revision, RepoPath path) {
        return whole(url(id, "resolve", revision, path));
    }

    HubResult<Payload> raw(RepoId id, Revision revision, RepoPath path) {
        return whole(url(id, "raw", revision, path));
    }

    HubResult<FilePart> part(RepoId id, Revision revision, RepoPath path, ByteRange range) {
        var asking = new RangeAsking(
                url(id, "resolve", revision, path),
                range,
                asker.settings().limits().jsonBytes());
        return asker.ask(asking, ProblemReader.Target.REPOSITORY).map(Reply.Read::value);
    }

    HubResult<FileMeta> meta(RepoId id, Revision revision, RepoPath path) {
        var asking = new HeadAsking(Outgoing.head(url(id, "resolve", revision, path)));
        return asker.ask(asking, ProblemReader.Target.REPOSITORY).map(Reply.Read::value);
    }

    private HubResult<Payload> whole(HttpUrl url) {
        var asking = new FileAsking(Outgoing.get(url), asker.settings().limits().textBytes());
        return asker.ask(asking, ProblemReader.Target.REPOSITORY).map(Reply.Read::value);
    }

    private HttpUrl url(RepoId id, String how, Revision revision, RepoPath path) {
        return asker.endpoint()
                .path(id.value() + "/" + how + "/" + revision.encoded() + "/" + path.encoded())
                .build();
    }
}
