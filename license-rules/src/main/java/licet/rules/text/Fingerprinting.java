package licet.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import licet.rules.license.LicenseKey;

/** Makes the fingerprint of a license text. */
public final class Fingerprinting {
    private Fingerprinting() {}

    /**
     * Reads a text once and keeps only hashes.
     *
     * @param sameText further whole texts that count as this one, such as one without a title or an appendix
     */
    public static Fingerprint of(LicenseKey license, String text, List<String> sameText) {
        NormalText normal = NormalText.of(text);
        var exact = new ArrayList<String>();
        exact.add(normal.sha256());
        sameText.stream()
                .map(other -> NormalText.of(other).sha256())
                .filter(hash -> !exact.contains(hash))
                .forEach(exact::add);
        return new Fingerprint(license, exact, sections(text, normal));
    }

    private static List<Fingerprint.Section> sections(String text, NormalText normal) {
        long[] shingles = Shingles.of(normal.words());
        List<Sections.Mark> marks = Sections.of(text);
        var sections = new ArrayList<Fingerprint.Section>();
        int first = 0;
        for (int index = 0; index < marks.size(); index++) {
            int end = index + 1 < marks.size() ? marks.get(index + 1).start() : text.length() + 1;
            int last = first;
            while (last < shingles.length && normal.words().get(last).start() < end) {
                last++;
            }
            if (last > first) {
                sections.add(new Fingerprint.Section(
                        marks.get(index).anchor(),
                        LongStream.of(shingles)
                                .skip(first)
                                .limit(last - first)
                                .boxed()
                                .toList()));
            }
            first = last;
        }
        return sections;
    }
}
