package licet.registry.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import licet.registry.platform.problem.FieldError;

/** Argon2id. Each computation takes 19 MiB on purpose, so few run at once. */
@Singleton
class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;

    private final Semaphore memory = new Semaphore(4);

    /** Made when first needed: it costs as much as a sign-in, and a start should not wait for it. */
    private final AtomicReference<Optional<String>> nobody = new AtomicReference<>(Optional.empty());

    /** What is wrong with a new password. It is never repeated in the answer. */
    static Optional<FieldError> flaw(String field, String login, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of(new FieldError(field, null, "Use " + SHORTEST + " to " + LONGEST + " characters."));
        }
        return password.equalsIgnoreCase(login)
                ? Optional.of(new FieldError(field, null, "Use something else than the login."))
                : Optional.empty();
    }

    final String hash(String password) {
        memory.acquireUninterruptibly();
        try {
            return Password.hash(password)
                    .addRandomSalt(SALT_BYTES)
                    .with(ARGON2ID)
                    .getResult();
        } finally {
            memory.release();
        }
    }

    /** Takes as long for a login that does not exist, so that answers do not tell which logins do. */
    final boolean matches(String password, Optional<String> hash) {
        var stored = hash.orElseGet(this::nobody);
        memory.acquireUninterruptibly();
        try {
            var equal = Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored));
            return equal && hash.isPresent();
        } finally {
            memory.release();
        }
    }

    private String nobody() {
        return nobody.updateAndGet(made -> made.or(() -> Optional.of(hash("a password that nobody has"))))
                .orElseThrow();
    }
}
