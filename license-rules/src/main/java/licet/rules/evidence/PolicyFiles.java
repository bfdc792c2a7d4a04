package licet.rules.evidence;

import java.util.ArrayList;
import java.util.List;
import licet.rules.Knowledge;
import licet.rules.license.LicenseKey;
import licet.rules.text.Recognition;

/** The use policies among the evidence, each read once. */
final class PolicyFiles {
    private final Knowledge knowledge;
    private final List<Found> files = new ArrayList<>();

    private sealed interface Found {}

    private record Read(EvidenceRef at, Recognition text) implements Found {}

    private record NotRead(EvidenceRef at, String reason) implements Found {}

    PolicyFiles(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    void add(EvidenceRef at, Recognition text) {
        files.add(new Read(at, text));
    }

    void addUnread(EvidenceRef at, String reason) {
        files.add(new NotRead(at, reason));
    }

    /** What they are beside this license. */
    List<PolicyFile> beside(LicenseKey license) {
        return files.stream().map(file -> beside(license, file)).toList();
    }

    private PolicyFile beside(LicenseKey license, Found file) {
        return switch (file) {
            case NotRead(var at, var reason) -> new PolicyFile.Unread(at, reason);
            case Read(var at, Recognition.ExactPolicy(var policy)) ->
                knowledge.licenses().get(license).usePolicies().contains(policy)
                        ? new PolicyFile.Bound(at, policy)
                        : new PolicyFile.NotBound(at, policy);
            case Read(var at, Recognition.NearPolicy(var miss)) -> new PolicyFile.Changed(at, miss);
            case Read(var at, Recognition.Near(var miss)) -> new PolicyFile.Changed(at, miss);
            case Read(var at, Recognition.Exact _) -> new PolicyFile.Unknown(at);
            case Read(var at, Recognition.Unknown _) -> new PolicyFile.Unknown(at);
        };
    }
}
