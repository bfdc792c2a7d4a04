package licet.ingest.hub;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import okio.BufferedSource;

/** Asks for a whole small file. */
record FileAsking(Outgoing request, long cap) implements Asking<Payload> {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    @Override
    public String quota() {
        return "resolvers";
    }

    /** The Hub tells the size before it leads to the content: a body of another size is not the file. */
    @Override
    public Payload read(Head head, BufferedSource body) throws IOException {
        Payload read = Payload.wrap(body.readByteArray());
        Optional<Long> told = head.firstHeader("X-Linked-Size")
                .filter(size -> NUMBER.matcher(size).matches())
                .map(Long::parseLong);
        if (told.isPresent() && told.get() != read.size()) {
            throw BodyException.damaged("the file has %d bytes instead of %d".formatted(read.size(), told.get()));
        }
        return read;
    }
}
