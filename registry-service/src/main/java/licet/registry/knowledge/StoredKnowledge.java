package licet.registry.knowledge;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import licet.registry.platform.Database;
import licet.registry.platform.Sha256;
import licet.rules.Knowledge;
import licet.rules.format.CanonicalJson;

/** Knowledge of earlier times, made again from its stored files. */
@Singleton
public class StoredKnowledge {
    private static final int REMEMBERED = 3;

    private final Database database;
    private final Map<String, Knowledge> known = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Knowledge> eldest) {
            return size() > REMEMBERED;
        }
    };

    StoredKnowledge(Database database) {
        this.database = database;
    }

    /** For the JSON reader: file texts by path. */
    static final class Files extends TreeMap<String, String> {}

    private record Body(byte[] sha256, byte[] bytes) {
        boolean isIntact() {
            return Arrays.equals(sha256, Sha256.of(bytes));
        }
    }

    /** Empty where it is not there, or is not what was stored. What was read stays in memory, so the body is looked at each time. */
    public synchronized Optional<Knowledge> find(String digest) {
        var body = database.read(sql -> sql.find(
                "SELECT b.sha256, b.body FROM knowledge k JOIN blob b ON b.sha256 = k.body_sha256 WHERE k.digest = ?",
                row -> new Body(row.getBytes("sha256"), row.getBytes("body")),
                digest));
        return body.filter(Body::isIntact)
                .map(intact -> known.computeIfAbsent(digest, _ -> read(intact.bytes())))
                .filter(found -> found.digest().equals(digest));
    }

    private static Knowledge read(byte[] body) {
        return Knowledge.of(CanonicalJson.read(new String(body, StandardCharsets.UTF_8), Files.class));
    }
}
