package licet.rules.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import licet.rules.facts.Ordered;
import licet.rules.license.LicenseKey;

/** One source that says something about the license of a model, kept as it was said. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Evidence.CardTag.class, name = "card-tag"),
    @JsonSubTypes.Type(value = Evidence.LicenseName.class, name = "license-name"),
    @JsonSubTypes.Type(value = Evidence.LicenseLink.class, name = "license-link"),
    @JsonSubTypes.Type(value = Evidence.FileText.class, name = "file-text"),
    @JsonSubTypes.Type(value = Evidence.FileUnread.class, name = "file-unread"),
    @JsonSubTypes.Type(value = Evidence.HeaderField.class, name = "header-field"),
    @JsonSubTypes.Type(value = Evidence.Settled.class, name = "settled")
})
public sealed interface Evidence {
    EvidenceRef at();

    /** {@code license:} of the card or the Hub's {@code license:} tag. */
    record CardTag(EvidenceRef at, String value) implements Evidence {}

    record LicenseName(EvidenceRef at, String value) implements Evidence {}

    record LicenseLink(EvidenceRef at, String value) implements Evidence {}

    /** A license, notice or policy file whose text was read. */
    record FileText(EvidenceRef at, FileRole role, String text) implements Evidence {}

    /** A file that is listed but could not be read: never the same as absent. */
    record FileUnread(EvidenceRef at, FileRole role, String reason) implements Evidence {}

    /** A license field in the header of a weights file. */
    record HeaderField(EvidenceRef at, String field, String value) implements Evidence {}

    /** What people concluded or accepted for this very evidence. */
    record Settled(EvidenceRef at, By by, Set<Artifact> artifacts, LicenseKey license) implements Evidence {
        public enum By {
            /** Two persons, for the evidence as it stands: their conclusion goes before every other source. */
            CLEARING,
            /** The text that was accepted: it says which of several versions binds, and nothing else. */
            ACCEPTANCE
        }

        public Settled {
            artifacts = Ordered.copy(artifacts);
        }
    }

    enum FileRole {
        LICENSE,
        NOTICE,
        USE_POLICY
    }
}
