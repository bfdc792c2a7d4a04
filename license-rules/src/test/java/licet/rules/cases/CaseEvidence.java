package licet.rules.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import licet.rules.Knowledge;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.evidence.SampleTexts;
import licet.rules.format.YamlNode;
import licet.rules.license.LicenseKey;
import licet.rules.text.Fingerprint;
import licet.rules.text.Fingerprinting;
import licet.rules.text.NormalText;

/** What a repository says, in the few words of a case. License texts are stand-ins that name the text they stand for. */
final class CaseEvidence {
    /** The shipped knowledge, the invented licenses of the case book, and a stand-in for each text. */
    static final Knowledge KNOWLEDGE = knowledge();

    private CaseEvidence() {}

    private static Knowledge knowledge() {
        var files = new TreeMap<>(Knowledge.files(false));
        for (String name : CaseFiles.names("/cases/licenses")) {
            files.put("licenses/" + name, CaseFiles.read("/cases/licenses/" + name));
        }
        for (String name : CaseFiles.names("/cases/use-policies")) {
            String text = CaseFiles.read("/cases/use-policies/" + name);
            var key = new LicenseKey(name.replace(".yaml", ""));
            files.put("use-policies/" + name, text);
            files.put(
                    "fingerprints/" + key + ".txt",
                    Fingerprinting.of(Fingerprint.Kind.USE_POLICY, key, policy(key.value()), List.of())
                            .written());
        }
        for (var license : Knowledge.of(files).licenses().licenses()) {
            String key = "test-standin-" + license.key();
            String sha = NormalText.of(standIn(license.key().value())).sha256();
            files.put(
                    "stand-ins/" + key + ".yaml",
                    "schema: 1\nkey: %s\nstands-in-for: %s\nsha256: %s\n".formatted(key, license.key(), sha));
        }
        return Knowledge.of(files);
    }

    private static String standIn(String license) {
        return "LICET SYNTHETIC STAND-IN, NOT A LICENSE\nStands in for: %s\nWritten for the case book.\n"
                .formatted(license);
    }

    /** The invented text of an invented use policy. */
    private static String policy(String key) {
        return "An invented use policy of the case book, known as %s, whose users keep to the peace at all times.\n"
                .formatted(key);
    }

    static Evidence file(ModelId id, String license) {
        return text(id, "LICENSE", license);
    }

    private static Evidence text(ModelId id, String file, String license) {
        String text = license.startsWith("sample:") ? SampleTexts.text(license.substring(7)) : standIn(license);
        return new Evidence.FileText(
                CaseReader.at(id, file, Optional.empty(), Optional.empty()), Evidence.FileRole.LICENSE, text);
    }

    private static Evidence settled(EvidenceRef at, Evidence.Settled.By by, String license) {
        return new Evidence.Settled(at, by, Set.of(Artifact.values()), new LicenseKey(license));
    }

    static Evidence of(ModelId id, YamlNode node) {
        var fields = node.fields("tag", "name", "file", "text", "policy", "unread", "cleared", "accepted");
        var card = CaseReader.at(id, "README.md", Optional.empty(), Optional.empty());
        if (fields.has("tag")) {
            return new Evidence.CardTag(card, fields.text("tag"));
        }
        if (fields.has("name")) {
            return new Evidence.LicenseName(card, fields.text("name"));
        }
        if (fields.has("cleared")) {
            return settled(card, Evidence.Settled.By.CLEARING, fields.text("cleared"));
        }
        if (fields.has("accepted")) {
            return settled(card, Evidence.Settled.By.ACCEPTANCE, fields.text("accepted"));
        }
        String file = fields.text("file");
        var role = file.startsWith("USE_POLICY") ? Evidence.FileRole.USE_POLICY : Evidence.FileRole.LICENSE;
        if (fields.has("policy")) {
            var at = CaseReader.at(id, file, Optional.empty(), Optional.empty());
            return new Evidence.FileText(at, role, policy(fields.text("policy")));
        }
        return fields.has("unread")
                ? new Evidence.FileUnread(
                        CaseReader.at(id, file, Optional.empty(), Optional.empty()), role, fields.text("unread"))
                : text(id, file, fields.text("text"));
    }
}
