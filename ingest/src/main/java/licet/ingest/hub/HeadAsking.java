package licet.ingest.hub;

import okio.BufferedSource;

/** Asks what a file is. A redirect to a content network is the answer, not the way to it. */
record HeadAsking(Outgoing request) implements Asking<FileMeta> {
    @Override
    public String quota() {
        return "resolvers";
    }

    @Override
    public long cap() {
        return 0;
    }

    @Override
    public boolean accepts(int status) {
        return (status >= 200 && status < 300) || (status >= 301 && status <= 308 && status != 304);
    }

    @Override
    public FileMeta read(Head head, BufferedSource body) {
        return FileMeta.of(head);
    }
}
