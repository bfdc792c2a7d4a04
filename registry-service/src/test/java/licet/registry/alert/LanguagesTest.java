package licet.registry.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import licet.registry.platform.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each language says everything, about the same things; what it lacked would come in English. */
class LanguagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final ResourceBundle ENGLISH = AlertTexts.ENGLISH.bundle();

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void saysEverything(Language language) {
        var bundle = AlertTexts.of(language).bundle();
        assertThat(bundle.getLocale()).isEqualTo(language.locale());
        var missing = new TreeSet<>(ENGLISH.keySet());
        missing.removeIf(key -> key.startsWith("news.difference")
                || key.startsWith("mail.subject.")
                || !bundle.getString(key).equals(ENGLISH.getString(key)));
        assertThat(missing).as("the same as in English").containsExactlyInAnyOrder("news.in");
        for (var key : ENGLISH.keySet()) {
            assertThat(arguments(bundle.getString(key))).as(key).isEqualTo(arguments(ENGLISH.getString(key)));
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
