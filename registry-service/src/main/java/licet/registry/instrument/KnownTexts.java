package licet.registry.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Optional;
import licet.registry.catalog.Blobs;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.Knowledge;
import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.text.Recognition;

/** Which text of the catalog some bytes are, and whether a text stays as it is. */
@Singleton
class KnownTexts {
    /** Characters of the longest text that is looked at; terms are shorter. */
    private static final int LONGEST = 1_000_000;

    private final Database database;
    private final Blobs blobs;
    private final Knowledge knowledge;

    KnownTexts(Database database, Blobs blobs, Knowledge knowledge) {
        this.database = database;
        this.blobs = blobs;
        this.knowledge = knowledge;
    }

    /** @param sha256 in hex; empty where no such bytes were read, or they are no text of the catalog */
    Optional<LicenseKey> find(String sha256) {
        byte[] hash = HexFormat.of().parseHex(sha256);
        return database.read(sql -> text(sql, hash))
                .flatMap(text -> switch (knowledge.recognizer().recognize(text)) {
                    case Recognition.Exact(var license, var _) -> Optional.of(license);
                    case Recognition.ExactPolicy(var policy) -> Optional.of(policy);
                    case Recognition.Near _, Recognition.NearPolicy _ -> Optional.empty();
                    case Recognition.Unknown _ -> Optional.empty();
                });
    }

    private Optional<String> text(Statements sql, byte[] sha256) {
        return sql.find("SELECT 1 FROM blob WHERE sha256 = ? AND length <= ?", _ -> true, sha256, LONGEST)
                .map(_ -> new String(blobs.get(sql, sha256), UTF_8));
    }

    /** Whether the key names one version for good; a page, or terms that are amended by notice, go by the same key. */
    boolean isFixed(LicenseKey key) {
        var terms = knowledge
                .licenses()
                .find(key)
                .map(license -> license.terms().kind())
                .or(() -> knowledge.licenses().findPolicy(key).map(policy -> policy.terms()));
        return terms.map(kind -> kind == License.Terms.Kind.FIXED).orElse(false);
    }
}
