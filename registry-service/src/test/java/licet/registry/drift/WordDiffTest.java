package licet.registry.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordDiffTest {
    @Test
    void itNamesTheWordsThatChangedAndNoOthers() {
        var diff = WordDiff.between(
                "You may use this for any purpose.", "You may not use this for any\nresearch purpose.");
        assertThat(diff.changes()).containsExactly(new WordDiff.Change("", "not"), new WordDiff.Change("", "research"));
        assertThat(diff.complete()).isTrue();
    }

    @Test
    void anotherLayoutIsNoChange() {
        assertThat(WordDiff.between("one two  three", "one\n two\tthree\n").changes())
                .isEmpty();
    }

    @Test
    void textsThatShareNothingAreComparedInSeconds() {
        String one = words("a", 9_000);
        String other = words("b", 9_000);
        var diff = assertTimeout(Duration.ofSeconds(20), () -> WordDiff.between(one, other));
        assertThat(diff.changes()).hasSize(1);
        assertThat(diff.complete()).isFalse();
    }

    @Test
    void whatIsTooLongIsNotCompared() {
        assertThat(WordDiff.between(words("a", 10_001), "a0")).isEqualTo(new WordDiff(java.util.List.of(), false));
    }

    private static String words(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining(" "));
    }
}
