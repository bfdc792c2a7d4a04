package licet.ingest.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.ingest.weights.HeaderStatement;

/** Writes what a header of weights states as the text of a file of evidence: one line for each field. */
public final class HeaderFields {
    private static final String LICENSE = "general.license";
    private static final String BASE = "general.base_model";
    private static final int LONGEST = 500;

    private HeaderFields() {}

    /** @param name as GGUF spells it, for example {@code general.license.name} */
    public record Field(String name, String value) {
        public boolean isLicense() {
            return name.startsWith(LICENSE);
        }
    }

    static String write(HeaderStatement statement) {
        var text = new StringBuilder();
        var license = statement.license();
        line(text, LICENSE, license.id());
        line(text, LICENSE + ".name", license.name());
        line(text, LICENSE + ".link", license.link());
        for (int i = 0; i < statement.bases().size(); i++) {
            var base = statement.bases().get(i);
            line(text, BASE + "." + i + ".name", base.name());
            line(text, BASE + "." + i + ".organization", base.organization());
            line(text, BASE + "." + i + ".repo_url", base.address());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Optional<String> value) {
        value.map(given -> given.strip().replaceAll("[\\s\\p{Cntrl}]+", " "))
                .filter(given -> !given.isEmpty())
                .ifPresent(given -> text.append(name)
                        .append('\t')
                        .append(given, 0, Math.min(given.length(), LONGEST))
                        .append('\n'));
    }

    /** @param text as {@link EvidenceFile#text} has it for a header */
    public static List<Field> read(String text) {
        var fields = new ArrayList<Field>();
        text.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            fields.add(new Field(line.substring(0, tab), line.substring(tab + 1)));
        });
        return List.copyOf(fields);
    }
}
