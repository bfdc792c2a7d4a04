package licet.registry.identity;

import java.util.ArrayList;
import java.util.List;
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
        if (!LOGIN.matcher(login).matches()) {
            flaws.add(new FieldError("login", login, "Use letters, digits and . _ @ + -, at most 100."));
        }
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME) {
            flaws.add(new FieldError("displayName", displayName, "Use 1 to " + LONGEST_NAME + " characters."));
        }
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            flaws.add(new FieldError(
                    "password", null, "Use " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters."));
        } else if (password.equalsIgnoreCase(login)) {
            flaws.add(new FieldError("password", null, "Use something else than the login."));
        }
        return List.copyOf(flaws);
    }

    @Override
    public String toString() {
        return "NewPerson[" + login + "]";
    }
}
