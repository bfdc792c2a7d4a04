package licet.rules.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import licet.rules.license.LicenseKey;
import licet.rules.text.Fingerprint;
import licet.rules.text.Fingerprinting;
import licet.rules.text.TextRecognizer;

/** As many texts as the catalog shall carry: one real one and invented ones of the usual length that share passages. */
final class FullCatalog {
    private static final int TEXTS = 200;
    private static final int PASSAGES = 12;
    private static final int WORDS = 200;

    private FullCatalog() {}

    static TextRecognizer with(String key, String text) {
        var prints = new ArrayList<Fingerprint>();
        prints.add(print(key, text));
        var passages = new ArrayList<String>();
        var random = new Random(1);
        for (int index = 1; index < TEXTS; index++) {
            passages.add(passage(random));
            var invented = new StringBuilder("Invented text number " + index + ".\n");
            for (int part = 0; part < PASSAGES; part++) {
                // Half of each text stands in others too, as in families of licenses.
                boolean shared = part % 2 == 0 && index > 1;
                invented.append(shared ? passages.get(random.nextInt(passages.size())) : passage(random));
            }
            prints.add(print("invented-" + index, invented.toString()));
        }
        return new TextRecognizer(prints, List.of(), List.of());
    }

    private static Fingerprint print(String key, String text) {
        return Fingerprinting.of(Fingerprint.Kind.LICENSE, new LicenseKey(key), text, List.of());
    }

    private static String passage(Random random) {
        var passage = new StringBuilder();
        for (int word = 0; word < WORDS; word++) {
            passage.append("word").append(random.nextInt(4_000)).append(' ');
        }
        return passage.append('\n').toString();
    }
}
