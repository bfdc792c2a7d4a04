package licet.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A language is a file: nothing else has to be told of it. */
class OtherLanguageTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[^}]*}");

    @Test
    void another_bundle_is_found_and_what_it_lacks_is_said_in_English() {
        var messages = Messages.of(Locale.of("eo"));
        assertThat(messages.get("sentence.deny", "a/b", "ilo", "kialo."))
                .isEqualTo("a/b ne rajtas esti uzata por “ilo”: kialo.");
        assertThat(messages.get("sentence.allow.free", "a/b", "ilo")).isEqualTo("a/b may be used for “ilo”.");
    }

    /** Runs over every bundle on the class path, those of languages to come included. */
    @Test
    void no_bundle_has_a_key_or_an_argument_that_English_has_not() throws Exception {
        var english = load("verdict.properties");
        var wrong = new ArrayList<String>();
        var others = bundles().filter(name -> name.startsWith("verdict_")).toList();
        assertThat(others).contains("verdict_eo.properties");
        for (String name : others) {
            load(name).forEach((key, text) -> {
                String original = english.getProperty(key.toString());
                if (original == null) {
                    wrong.add(name + ": " + key + " is in no other bundle");
                } else if (!arguments(original).containsAll(arguments(text.toString()))) {
                    wrong.add(name + ": " + key + " asks for arguments that it is not given");
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_sentence_is_a_valid_pattern_without_lost_apostrophes() throws Exception {
        for (String name : bundles().toList()) {
            load(name).forEach((key, text) -> {
                assertThat(new MessageFormat(text.toString(), Locale.ROOT)).isNotNull();
                assertThat(text.toString().replace("''", ""))
                        .as("%s: %s", name, key)
                        .doesNotContain("'");
            });
        }
    }

    private static TreeSet<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String name) throws IOException {
        var properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(OtherLanguageTest.class.getResourceAsStream("/licet/messages/" + name)),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static Stream<String> bundles() throws IOException, URISyntaxException {
        var names = new TreeSet<String>();
        List<java.net.URL> folders =
                Collections.list(OtherLanguageTest.class.getClassLoader().getResources("licet/messages"));
        for (var folder : folders) {
            try (var files = Files.list(Path.of(folder.toURI()))) {
                files.map(file -> String.valueOf(file.getFileName())).forEach(names::add);
            }
        }
        return names.stream();
    }
}
