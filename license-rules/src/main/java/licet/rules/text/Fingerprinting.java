package licet.rules.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import licet.rules.license.LicenseKey;

/** Makes the fingerprint of a text. */
public final class Fingerprinting {
    private Fingerprinting() {}

    /**
     * Reads a text once and keeps only hashes.
     *
     * @param sameText further whole texts that count as this one, such as one without a title or an appendix
     */
    public static Fingerprint of(Fingerprint.Kind kind, LicenseKey key, String text, List<String> sameText) {
        NormalText normal = NormalText.of(text);
        var exact = Stream.concat(Stream.of(normal), sameText.stream().map(NormalText::of))
                .flatMap(Forms::ofOriginal)
                .distinct()
                .toList();
        return new Fingerprint(kind, key, exact, sections(normal));
    }

    private static List<Fingerprint.Section> sections(NormalText normal) {
        int[] shingles = Shingles.of(normal);
        List<Sections.Mark> marks = Sections.of(normal.clean());
        var sections = new ArrayList<Fingerprint.Section>();
        int first = 0;
        for (int index = 0; index < marks.size(); index++) {
            int end = index + 1 < marks.size()
                    ? marks.get(index + 1).start()
                    : normal.clean().length() + 1;
            int last = first;
            while (last < shingles.length && normal.start(last) < end) {
                last++;
            }
            if (last > first) {
                sections.add(
                        Fingerprint.Section.of(marks.get(index).anchor(), Arrays.copyOfRange(shingles, first, last)));
            }
            first = last;
        }
        return sections;
    }
}
