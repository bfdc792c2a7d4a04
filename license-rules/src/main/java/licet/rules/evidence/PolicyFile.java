package licet.rules.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import licet.rules.evidence.Identification.NearMiss;
import licet.rules.license.LicenseKey;

/**
 * A use policy that a repository holds, beside the license that was concluded. It decides no license: a policy binds
 * through the license text, which names it. But a policy that is not the one that the license names, or not its text, is
 * something that a person should see.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "policy-file")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PolicyFile.Bound.class, name = "bound"),
    @JsonSubTypes.Type(value = PolicyFile.NotBound.class, name = "not-bound"),
    @JsonSubTypes.Type(value = PolicyFile.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = PolicyFile.Unknown.class, name = "unknown"),
    @JsonSubTypes.Type(value = PolicyFile.Unread.class, name = "unread")
})
public sealed interface PolicyFile {
    EvidenceRef at();

    /** The whole text of a policy that binds with the license. */
    record Bound(EvidenceRef at, LicenseKey policy) implements PolicyFile {}

    /** The whole text of a known policy that the license does not name, such as that of another version. */
    record NotBound(EvidenceRef at, LicenseKey policy) implements PolicyFile {}

    /** Close to a known document, but not the same. */
    record Changed(EvidenceRef at, NearMiss nearMiss) implements PolicyFile {}

    /** Terms that the catalog does not know. */
    record Unknown(EvidenceRef at) implements PolicyFile {}

    record Unread(EvidenceRef at, String reason) implements PolicyFile {}
}
