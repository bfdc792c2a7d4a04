package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names are checked by hand; the rule they follow is this expression. */
class RepoIdShapeTest {
    private static final String SEGMENT = "[A-Za-z0-9_]([A-Za-z0-9_\\-.]{0,94}[A-Za-z0-9_])?";

    static Stream<String> names() {
        Stream<String> odd = Stream.of(
                "",
                "/",
                "a",
                "_",
                "-",
                ".",
                "a/",
                "/a",
                "a/b",
                "a/b/c",
                "a//b",
                "-a/b",
                "a-/b",
                "a/-b",
                "a/b.",
                "a/.b",
                "a.b-c_d/e.f-g_h",
                "a b/c",
                "a/b c",
                "\u00e9/a",
                "a/\u0661",
                "a/b\n",
                "a@b/c",
                "a[/b",
                "a`/b",
                "a{/b",
                "a:/b",
                "a\\b");
        Stream<String> lengthy = Stream.of(95, 96, 97)
                .map("x"::repeat)
                .flatMap(name -> Stream.of(name, "a/" + name, name + "/a", name + "/" + name));
        return Stream.concat(odd, lengthy);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameFollowsTheRule(String name) {
        boolean expected = name.matches("(" + SEGMENT + "/)?" + SEGMENT);
        assertThat(isAccepted(name)).isEqualTo(expected);
    }

    private static boolean isAccepted(String name) {
        try {
            return new RepoId(name).value().equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
