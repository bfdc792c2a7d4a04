package licet.rules.text;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import licet.rules.Check;
import licet.rules.license.LicenseKey;

/**
 * What is shipped about a license text instead of the text.
 *
 * @param exact hashes of the whole normal text, one for each form that counts as the same text
 * @param sections the shingles in order, cut at the text's own section marks
 */
public record Fingerprint(LicenseKey license, List<String> exact, List<Section> sections) {
    private static final String HEAD = "licet-fingerprint 1";

    public Fingerprint {
        exact = List.copyOf(exact);
        sections = List.copyOf(sections);
        Check.that(!exact.isEmpty(), "the fingerprint of " + license + " has no exact hash");
    }

    /**
     * One part of the text.
     *
     * @param shingles hashes of the runs of words that begin in this section
     */
    public record Section(String anchor, List<Long> shingles) {
        public Section {
            shingles = List.copyOf(shingles);
        }
    }

    /** Reads the written form: a head, the license, the exact hashes, then one line for each section. */
    public static Fingerprint parse(String file, String text) {
        List<String> lines = text.lines().toList();
        Check.that(
                lines.size() >= 3 && lines.getFirst().equals(HEAD),
                file + ":1: a fingerprint begins with '" + HEAD + "'; generate the file again");
        try {
            var exact = new ArrayList<String>();
            var sections = new ArrayList<Section>();
            for (String line : lines.subList(2, lines.size())) {
                read(line.split("\t", -1), exact, sections);
            }
            return new Fingerprint(new LicenseKey(lines.get(1).split("\t", -1)[1]), exact, sections);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    file + ": not a fingerprint (" + e.getMessage() + "); generate it again", e);
        }
    }

    private static void read(String[] parts, List<String> exact, List<Section> sections) {
        switch (parts[0]) {
            case "exact" -> exact.add(parts[1]);
            case "section" -> sections.add(new Section(parts[1], decode(parts[2])));
            default -> throw new IllegalArgumentException("line '" + parts[0] + "'");
        }
    }

    public String written() {
        return HEAD + "\nlicense\t" + license + "\n"
                + exact.stream().map(hash -> "exact\t" + hash + "\n").collect(Collectors.joining())
                + sections.stream()
                        .map(section -> "section\t" + section.anchor() + "\t" + encode(section.shingles()) + "\n")
                        .collect(Collectors.joining());
    }

    private static List<Long> decode(String base64) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
        var hashes = new ArrayList<Long>(bytes.remaining() / Long.BYTES);
        while (bytes.hasRemaining()) {
            hashes.add(bytes.getLong());
        }
        return hashes;
    }

    private static String encode(List<Long> hashes) {
        var bytes = ByteBuffer.allocate(hashes.size() * Long.BYTES);
        hashes.forEach(bytes::putLong);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
