package licet.rules.format;

import static org.assertj.core.api.Assertions.assertThat;

import licet.rules.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character that is marked with an X in a file must be found at its line and column. */
class ScalarPlacesTest {
    private static final String NEWLINE = "/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k: a && X == 1",
                "k: 'it''s a X'",
                "k: \"a \\\" X\"",
                "k: >-/  a/  && X",
                "k: >/    a/    && b/    && X/",
                "k: |/  a/  X",
                "k: |-/  a/    indented X/  b",
                "k: a/  && b/   && X",
                "k: 'a/   && X'",
                "# comment/k: a X"
            })
    void a_character_is_found_where_it_stands(String written) {
        String file = written.replace(NEWLINE, "\n");
        var found = YamlSource.read("f", file, root -> root.fields("k").at("k").source());
        int offset = found.text().indexOf('X');
        assertThat(offset).as(found.text()).isNotNegative();
        var lines = file.substring(0, file.indexOf('X')).lines().toList();
        var place = found.at(offset);
        assertThat(place)
                .isEqualTo(new SourceText.Place(
                        offset, lines.size(), lines.getLast().length() + 1));
    }
}
