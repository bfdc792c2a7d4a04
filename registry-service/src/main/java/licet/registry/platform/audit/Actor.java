package licet.registry.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did it. Ids only: the chain outlives the names. */
public sealed interface Actor {
    /** A person, signed in with a browser. */
    record Person(UUID id) implements Actor {}

    /** A program with a bearer token; its owner stands in the token's row. */
    record Token(UUID id) implements Actor {}

    /** Whoever may run the command line on the machine that holds the data. */
    record Host() implements Actor {}

    /** Licet itself, by the clock or while it starts. */
    record Product() implements Actor {}

    Actor HOST = new Host();
    Actor PRODUCT = new Product();

    default String kind() {
        return switch (this) {
            case Person _ -> "person";
            case Token _ -> "token";
            case Host _ -> "host";
            case Product _ -> "system";
        };
    }

    /** The way in. */
    default String via() {
        return switch (this) {
            case Person _ -> "session";
            case Token _ -> "token";
            case Host _ -> "host";
            case Product _ -> "system";
        };
    }

    default @Nullable UUID id() {
        return switch (this) {
            case Person(var id) -> id;
            case Token(var id) -> id;
            case Host _, Product _ -> null;
        };
    }
}
