package licet.registry.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.registry.platform.problem.FieldError;

/** What somebody typed who wants an account. */
public record NewPerson(String login, String displayName, String password) {
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}");
    private static final int LONGEST_NAME = 100;

    public NewPerson {
        login = login.strip();
        displayName = displayName.strip();
    }

    /** Everything that is wrong at once, so that a form is mended in one go. The password is never repeated. */
    public List<FieldError> flaws() {
        var flaws = new ArrayList<FieldError>();
        if (!isLogin(login)) {
            flaws.add(new FieldError("login", login, "Use letters, digits and . _ @ + -, at most 100."));
        }
        nameFlaw(displayName).ifPresent(flaws::add);
        Passwords.flaw("password", login, password).ifPresent(flaws::add);
        return List.copyOf(flaws);
    }

    static boolean isLogin(String text) {
        return LOGIN.matcher(text).matches();
    }

    static Optional<FieldError> nameFlaw(String name) {
        return name.isBlank() || name.length() > LONGEST_NAME
                ? Optional.of(new FieldError("displayName", name, "Use 1 to " + LONGEST_NAME + " characters."))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "NewPerson[" + login + "]";
    }
}
