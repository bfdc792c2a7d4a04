package licet.web.check;

/** Answers one mention after the other: a server, or the knowledge that the program carries. */
public interface Checker extends AutoCloseable {
    Checked check(Reference reference);

    /** Key or name of the deployment that asks. */
    String deployment();

    @Override
    default void close() {}
}
