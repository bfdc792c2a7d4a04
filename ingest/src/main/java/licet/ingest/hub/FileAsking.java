package licet.ingest.hub;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Headers;
import okio.BufferedSource;

/** Asks for a whole small file. */
record FileAsking(Outgoing request, long cap) implements Asking<Payload> {
    @Override
    public String quota() {
        return "resolvers";
    }

    /** A file too large to be read is not even begun. */
    @Override
    public void redirected(Headers hop) throws BodyException {
        OptionalLong told = FileMeta.number(Optional.ofNullable(hop.get("X-Linked-Size")));
        if (told.isPresent() && told.getAsLong() > cap) {
            throw new BodyException(
                    BodyException.Fault.TOO_LARGE,
                    "the file has %d bytes; more than %d are not read".formatted(told.getAsLong(), cap));
        }
    }

    /** The Hub tells the size before it leads to the content: a body of another size is not the file. */
    @Override
    public Payload read(Head head, BufferedSource body) throws IOException {
        Payload read = Payload.wrap(body.readByteArray());
        OptionalLong told = FileMeta.number(head.firstHeader("X-Linked-Size"));
        if (told.isPresent() && told.getAsLong() != read.size()) {
            throw BodyException.damaged("the file has %d bytes instead of %d".formatted(read.size(), told.getAsLong()));
        }
        return read;
    }
}
