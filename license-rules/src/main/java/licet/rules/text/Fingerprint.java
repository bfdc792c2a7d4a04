package licet.rules.text;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import licet.rules.Check;
import licet.rules.license.LicenseKey;

/**
 * What is shipped about a text of a license or use policy instead of the text.
 *
 * @param key of the license or use policy
 * @param exact hashes of the whole normal text, one for each form that counts as the same text
 * @param sections the shingles in order, cut at the text's own section marks
 */
public record Fingerprint(Kind kind, LicenseKey key, List<String> exact, List<Section> sections) {
    private static final String HEAD = "licet-fingerprint 2";

    public Fingerprint {
        exact = List.copyOf(exact);
        sections = List.copyOf(sections);
        Check.that(!exact.isEmpty(), "the fingerprint of " + key + " has no exact hash");
    }

    public enum Kind {
        LICENSE,
        USE_POLICY;

        private String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Kind parse(String written) {
            return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * One part of the text.
     *
     * @param packed hashes of the runs of words that begin in this section, four bytes each, in base 64: most texts are
     *     never unpacked, because only a text that is no known one is compared by its runs
     */
    public record Section(String anchor, String packed) {
        static Section of(String anchor, int[] shingles) {
            var bytes = ByteBuffer.allocate(shingles.length * Integer.BYTES);
            bytes.asIntBuffer().put(shingles);
            return new Section(anchor, Base64.getEncoder().encodeToString(bytes.array()));
        }

        int[] shingles() {
            byte[] bytes = Base64.getDecoder().decode(packed);
            var shingles = new int[bytes.length / Integer.BYTES];
            ByteBuffer.wrap(bytes).asIntBuffer().get(shingles);
            return shingles;
        }
    }

    /** All shingles in order. */
    int[] shingles() {
        return sections.stream()
                .flatMapToInt(section -> IntStream.of(section.shingles()))
                .toArray();
    }

    /** Reads the written form: a head, the key, the exact hashes, then one line for each section. */
    public static Fingerprint parse(String file, String text) {
        List<String> lines = text.lines().toList();
        Check.that(
                lines.size() >= 3 && lines.getFirst().equals(HEAD),
                file + ":1: a fingerprint begins with '" + HEAD + "'; generate the file again");
        try {
            var exact = new ArrayList<String>();
            var sections = new ArrayList<Section>();
            String[] name = lines.get(1).split("\t", -1);
            for (String line : lines.subList(2, lines.size())) {
                read(line.split("\t", -1), exact, sections);
            }
            return new Fingerprint(Kind.parse(name[0]), new LicenseKey(name[1]), exact, sections);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    file + ": not a fingerprint (" + e.getMessage() + "); generate it again", e);
        }
    }

    private static void read(String[] parts, List<String> exact, List<Section> sections) {
        switch (parts[0]) {
            case "exact" -> exact.add(parts[1]);
            case "section" -> sections.add(new Section(parts[1], parts[2]));
            default -> throw new IllegalArgumentException("line '" + parts[0] + "'");
        }
    }

    public String written() {
        return HEAD + "\n" + kind.written() + "\t" + key + "\n"
                + exact.stream().map(hash -> "exact\t" + hash + "\n").collect(Collectors.joining())
                + sections.stream()
                        .map(section -> "section\t" + section.anchor() + "\t" + section.packed() + "\n")
                        .collect(Collectors.joining());
    }
}
