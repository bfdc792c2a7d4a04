package licet.registry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks an export of the audit log as docs/audit.md says, with nothing of the product. */
public final class ExportedChain {
    private static final List<String> FIELDS =
            List.of("seq", "at", "actorKind", "actorId", "via", "action", "objectKind", "objectId", "detail", "reason");

    private ExportedChain() {}

    /** From the first entry on; fails with the line that does not go on from the one before. */
    public static void assertWhole(List<String> lines) throws JsonProcessingException, NoSuchAlgorithmException {
        var previous = "00".repeat(32);
        for (var line : lines) {
            var entry = new JsonMapper().readTree(line);
            assertThat(entry.get("previous").asText()).as(line).isEqualTo(previous);
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes(HexFormat.of().parseHex(previous));
            field(bytes, "licet-audit-1");
            for (var name : FIELDS) {
                var value = entry.get(name);
                field(bytes, value == null || value.isNull() ? null : value.asText());
            }
            previous = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
            assertThat(entry.get("hash").asText()).as(line).isEqualTo(previous);
        }
    }

    private static void field(ByteArrayOutputStream out, @Nullable String text) {
        if (text == null) {
            out.writeBytes("-,".getBytes(StandardCharsets.UTF_8));
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes(",".getBytes(StandardCharsets.UTF_8));
    }
}
