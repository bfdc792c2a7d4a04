package licet.ingest.hub;

/** How a list counts its pages: most go by an opaque cursor, commits by a number. */
enum Pager {
    CURSOR("cursor"),
    NUMBER("p");

    private final String parameter;

    Pager(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
