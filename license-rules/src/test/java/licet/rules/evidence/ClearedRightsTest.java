package licet.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.rules.Knowledge;
import licet.rules.license.LicenseKey;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people conclude about evidence, it gives no rights that nobody gave and reads no text that nobody read. */
class ClearedRightsTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load(true);
    private static final LicenseIdentifier IDENTIFIER = new LicenseIdentifier(KNOWLEDGE);
    private static final ModelId MODEL = new ModelId("acme/model");

    @Provide
    Arbitrary<List<Evidence>> said() {
        Arbitrary<String> files = Arbitraries.of("LICENSE", "LICENSE-MODEL", "LICENSE-CODE", "NOTICE", "USE_POLICY.md");
        Arbitrary<Evidence.FileRole> roles = Arbitraries.of(Evidence.FileRole.class);
        Arbitrary<Evidence> unread =
                files.flatMap(file -> roles.map(role -> new Evidence.FileUnread(at(file), role, "GATED")));
        Arbitrary<Evidence> tag = Arbitraries.of("mit", "other", "apache-2.0", "gemma", "no-such-license")
                .map(value -> new Evidence.CardTag(at("README.md"), value));
        Arbitrary<Evidence> name = Arbitraries.of("terms-of-ours", "llama3.3")
                .map(value -> new Evidence.LicenseName(at("README.md"), value));
        Arbitrary<Evidence> text = files.flatMap(file -> roles.map(
                role -> new Evidence.FileText(at(file), role, "You may look at this and do nothing else with it.")));
        return Arbitraries.oneOf(unread, tag, name, text).list().ofMaxSize(5);
    }

    private static EvidenceRef at(String file) {
        return new EvidenceRef(MODEL, "r", file, Optional.of("sha-" + file), Optional.empty(), Optional.empty());
    }

    @Provide
    Arbitrary<Map<Artifact, LicenseKey>> concluded() {
        Arbitrary<LicenseKey> keys = Arbitraries.of(KNOWLEDGE.licenses().licenses().stream()
                .map(license -> license.key())
                .toList());
        return keys.list().ofSize(Artifact.values().length).map(chosen -> {
            Map<Artifact, LicenseKey> licenses = new java.util.EnumMap<>(Artifact.class);
            EnumSet.allOf(Artifact.class).forEach(artifact -> licenses.put(artifact, chosen.get(artifact.ordinal())));
            return licenses;
        });
    }

    @Property(tries = 500)
    void whatWasNotReadOrNotGivenStaysSo(
            @ForAll("said") List<Evidence> evidence, @ForAll("concluded") Map<Artifact, LicenseKey> concluded) {
        var before = IDENTIFIER.identify(evidence);
        var settled = new ArrayList<>(evidence);
        concluded.forEach((artifact, license) -> settled.add(new Evidence.Settled(
                EvidenceRef.ofClearing(MODEL, "r", "c", "because"),
                Evidence.Settled.By.CLEARING,
                EnumSet.of(artifact),
                license)));
        var after = IDENTIFIER.identify(settled);
        before.forEach((artifact, found) -> {
            switch (found) {
                case Identification.Absent _, Identification.Unread _, Identification.Identified _ ->
                    assertThat(after.get(artifact)).isEqualTo(found);
                case Identification.Conflicting _, Identification.OneOf _, Identification.Unrecognized _ ->
                    assertThat(after.get(artifact)).isInstanceOf(Identification.Identified.class);
            }
        });
    }
}
