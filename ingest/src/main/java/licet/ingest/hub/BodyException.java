package licet.ingest.hub;

import java.io.IOException;

/** A body that cannot be used. */
final class BodyException extends IOException {
    private static final long serialVersionUID = 1L;

    enum Fault {
        /** Cut off or not in the announced format; another attempt can help. */
        DAMAGED,
        /** Whole, but not what this address should give. */
        WRONG_SHAPE,
        TOO_LARGE
    }

    private final Fault fault;
    private final String reason;

    BodyException(Fault fault, String message) {
        super(message);
        this.fault = fault;
        this.reason = message;
    }

    static BodyException damaged(String message) {
        return new BodyException(Fault.DAMAGED, message);
    }

    static BodyException wrongShape(String message) {
        return new BodyException(Fault.WRONG_SHAPE, message);
    }

    static BodyException largerThan(long cap) {
        return new BodyException(Fault.TOO_LARGE, "the body is larger than " + cap + " bytes");
    }

    Fault fault() {
        return fault;
    }

    String reason() {
        return reason;
    }
}
