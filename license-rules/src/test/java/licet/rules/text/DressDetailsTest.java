package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a word, and what does not: each line is a text as it may stand in a file, and its words. */
class DressDetailsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            non-exclusive                             | nonexclusive
            non- exclusive                            | nonexclusive
            non\u2013exclusive                        | nonexclusive
            a - b                                     | a b
            2023-2024                                 | 2023 2024
            user's users\u2019                        | users users
            Llama-3.1                                 | llama3 1
            US$20 50%                                 | us $ 20 50 %
            a > 5 or a>=5 or a \u2265 5               | a > 5 or a >= 5 or a >= 5
            a < $5 or a <= 5                          | a < $ 5 or a <= 5
            <year> <name of author>                   | year name of author
            <a person's name> <p class="x">it</p>     | a persons name it
            <br>one<br/>two</br >                     | one two
            un<b>do</b>                               | undo
            10<sup>2</sup>                            | 10 2
            <del>not</del> ~~not~~                    | del not del ~~ not ~~
            a &lt; 5 &amp; b &gt;= 6 &ge; 7           | a < 5 b >= 6 >= 7
            &#8217;s user&#x2019;s &copy; &quot;x&quot; | s users x
            &unknown; &#xFFFFFFFF; &#; &              | unknown xffffffff
            [text](https://example.org/a) [x](y)      | text x y
            [https://a.org](https://a.org) (b)        | a org b
            [x](https://a.org/b(c)d)e                 | x e
            [x](a.org two)                            | x a org two
            [x](a.org/unclosed                        | x a org unclosed
            [x] (a.org)                               | x a org
            \uFB00 \uFB06 \uFF01\uFF5Ex\uFF10\uFF5A  | ff st x0z
            https://www.a.org/b?c=d mailto:x@y.z      | a org b c d x y z
            www.a.org http: https www                 | a org http https www
            RAIL++-M C+ + +5                          | rail + + m c + 5
            The copyright (c) and (c) copyright \u00A9 | the copyright and c copyright
            \uFF08\uFF21\uFF09\uFF0C\uFB01x          | a fix
            1\\. \\*x\\* a\\_b                         | 1 x a b
            \u7248\u672C 2                            | \u7248 \u672C 2
            soft\u00ADly zero\u200Bwidth              | softly zerowidth
            STRASSE Stra\u00DFe                        | strasse strasse
            \u00B2 x\u00B2 \u00BD \u2163                    | \u00B2 x \u00B2 \u00BD \u2163
            """)
    void words(String text, String words) {
        assertThat(NormalText.of(unescaped(text)).joined()).isEqualTo(unescaped(words));
    }

    private static String unescaped(String text) {
        return java.util.regex.Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ---~license: other~tags:~  - a~---~Text            | text
            ---~license: non-commercial only~---~Text          | license non
            ---~restriction: none~---~Text                     | restriction
            ---~license: a b c d e f g h i~---~Text            | license a
            ---~license: other~Text                            | license other
            --- x~license: other~---~Text                      | x license
            LICENSE TEXT~~License~~```text~Text                | text
            License for text                                   | license for
            ~~# LICENCE~Text                                   | text
            MIT License~Copyright (c) 2024 X~Text              | mit license text
            Copyright 2024 X~All rights reserved.~Text         | text
            Copyright 2024 X, non-commercial use only~Text     | copyright 2024
            (c) 2024 X~Text                                    | text
            (c) the third item~Text                            | c the
            Copyright [yyyy] [name of owner]~Text              | text
            SPDX-FileCopyrightText: 2024 X~Text                | text
            Copyright: 2024 X~Text                             | text
            Copyright of the model stays here~Text             | copyright of
            A sentence of more than eight words stands above it here~Copyright 2024 X | a sentence
            One~Two~Copyright 2024 X                           | one two copyright 2024 x
            ```~Text~```                                       | text
            ```not a fence~Text                                | not a
            """)
    void firstWords(String text, String words) {
        assertThat(NormalText.of(text.replace('~', '\n')).joined()).startsWith(words);
        if (words.endsWith("text")) {
            assertThat(NormalText.of(text.replace('~', '\n')).joined()).isEqualTo(words);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1. a~2. b~3. c                              | 3
            1. a~1. b~1. c                              | 3
            1. a~2. b~4. c                              | 0
            2. a                                        | 0
            (a) x~(b) y~1. z~2. z~(c) w                 | 5
            a) x~c) y                                   | 0
            i. x~ii. y~iii. z                           | 3
            i. x~iii. y                                 | 0
            h. x~i. y                                   | 0
            a. x~b. x~c. x~d. x~e. x~f. x~g. x~h. x~i. x~j. x | 10
            1.1 a~1.2 b~2.1 c~2.2 d                     | 4
            1. a~1.1 b~1.1.1 c~1.1.2 d~1.2 e~2. f~2.1 g | 7
            1.1 a~3.1 b                                 | 0
            2.1 a                                       | 0
            1. a~2. b~2.1 c~3.1 d                       | 4
            1. a~1.1.1 b~1.1.2 c                        | 3
            1. a~1.2.1 b                                | 0
            * **1.** a~> 2\\. b                          | 2
            2024. a                                     | 0
            1.5 million                                 | 0
            plain                                       | 0
            """)
    void marksInOrder(String text, int marks) {
        String clean = CleanText.of(text.replace('~', '\n'));
        assertThat(ListMarks.findInOrder(clean).map(java.util.List::size).orElse(0))
                .isEqualTo(marks);
    }

    @Test
    void aDroppedMarkIsNotTheSame() {
        var whole = NormalText.of("1. a\n2. b\n3. c\n");
        assertThat(Forms.ofCopy(NormalText.of("a) a\nb) b\nc) c\n")).map(form -> NormalText.sha256(form.get())))
                .anyMatch(Forms.ofOriginal(whole).toList()::contains);
        assertThat(Forms.ofCopy(NormalText.of("1. a\n2. b\nc\n")).map(form -> NormalText.sha256(form.get())))
                .noneMatch(Forms.ofOriginal(whole).toList()::contains);
        assertThat(Forms.ofCopy(NormalText.of("a\nb\nc\n")).map(form -> NormalText.sha256(form.get())))
                .anyMatch(Forms.ofOriginal(whole).toList()::contains);
    }
}
