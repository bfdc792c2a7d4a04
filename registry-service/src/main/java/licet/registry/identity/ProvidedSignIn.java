package licet.registry.identity;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Opens sessions for people whom a provider vouches for, and makes their accounts at the first sign-in. */
@Singleton
@Transactional
public class ProvidedSignIn {
    private final ProvidedPeople people;
    private final SignIn signIn;
    private final Sessions sessions;

    ProvidedSignIn(ProvidedPeople people, SignIn signIn, Sessions sessions) {
        this.people = people;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    /** How it ended. */
    public sealed interface Result {
        /** The value for the session cookie. */
        record SignedIn(String sessionId) implements Result {
            @Override
            public String toString() {
                return "SignedIn[…]";
            }
        }

        /** The provider knows the person, this installation gives nothing to do. */
        record NoRole() implements Result {}

        record Deactivated() implements Result {}

        /** The account of that login belongs to somebody else, or to the same person by another way in. */
        record LoginTaken(String login) implements Result {}
    }

    /** An older session of the same browser ends here, so that nothing known before the sign-in stays good. */
    public Result signIn(ProvidedIdentity identity, Optional<String> olderSession) {
        var known = people.find(identity);
        return known.isPresent() ? again(known.get(), identity, olderSession) : first(identity, olderSession);
    }

    private Result again(ProvidedPeople.Known person, ProvidedIdentity identity, Optional<String> olderSession) {
        if (!person.active()) {
            return new Result.Deactivated();
        }
        if (people.refresh(person, identity).isNone()) {
            sessions.closeAll(person.id());
            return new Result.NoRole();
        }
        return open(person.id(), olderSession);
    }

    private Result first(ProvidedIdentity identity, Optional<String> olderSession) {
        var duties = duties(identity.grant());
        if (duties.isNone()) {
            return new Result.NoRole();
        }
        var login = LoginWishes.choose(identity);
        var created = people.create(identity, login, duties);
        // The same person in two tabs: the other one was faster.
        var meanwhile = created.isPresent() ? Optional.<ProvidedPeople.Known>empty() : people.find(identity);
        if (meanwhile.isPresent()) {
            return again(meanwhile.get(), identity, olderSession);
        }
        return created.map(person -> open(person, olderSession)).orElseGet(() -> new Result.LoginTaken(login));
    }

    private Result open(UUID person, Optional<String> olderSession) {
        olderSession.ifPresent(signIn::signOut);
        return new Result.SignedIn(sessions.open(person).text());
    }

    private static Duties duties(ProvidedIdentity.Grant grant) {
        return switch (grant) {
            case ProvidedIdentity.Grant.Exactly(var duties) -> duties;
            case ProvidedIdentity.Grant.AtFirst(var duties) -> duties;
        };
    }
}
