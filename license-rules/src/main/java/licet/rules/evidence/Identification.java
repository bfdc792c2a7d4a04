package licet.rules.evidence;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.license.LicenseKey;

/** The state of the concluded license of one artifact, with the evidence and the reason as a message key. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Identification.Identified.class, name = "identified"),
    @JsonSubTypes.Type(value = Identification.Conflicting.class, name = "conflicting"),
    @JsonSubTypes.Type(value = Identification.OneOf.class, name = "one-of"),
    @JsonSubTypes.Type(value = Identification.Unrecognized.class, name = "unrecognized"),
    @JsonSubTypes.Type(value = Identification.Absent.class, name = "absent"),
    @JsonSubTypes.Type(value = Identification.Unread.class, name = "unread")
})
public sealed interface Identification {
    List<EvidenceRef> evidence();

    /** The same with one more place that speaks for it. */
    default Identification citing(EvidenceRef more) {
        var all = new ArrayList<>(evidence());
        all.add(more);
        return switch (this) {
            case Identified(var license, var basis, var at, var policies) ->
                new Identified(license, basis, all, policies);
            case Conflicting(var candidates, var at) -> new Conflicting(candidates, all);
            case OneOf(var candidates, var at) -> new OneOf(candidates, all);
            case Unrecognized(var candidates, var nearMiss, var at) -> new Unrecognized(candidates, nearMiss, all);
            case Absent _ -> new Absent(all);
            case Unread(var candidates, var at) -> new Unread(candidates, all);
        };
    }

    /** Texts that may govern; one when identified, none when nothing is known. */
    SortedSet<LicenseKey> candidates();

    /**
     * @param basis which evidence decided
     * @param policies use policies that lie beside the license and decide nothing
     */
    record Identified(
            LicenseKey license,
            Basis basis,
            List<EvidenceRef> evidence,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<PolicyFile> policies)
            implements Identification {
        public Identified {
            evidence = List.copyOf(evidence);
            policies = List.copyOf(policies);
        }

        @Override
        public SortedSet<LicenseKey> candidates() {
            return new TreeSet<>(java.util.Set.of(license));
        }
    }

    enum Basis {
        /** The whole text of a file. */
        FILE_TEXT,
        /** A marked stand-in of the recorded Hub. */
        STAND_IN_TEXT,
        /** What the publisher says, with no file beside it. */
        DECLARED,
        CLEARING,
        /** The accepted text among those that a name can mean. */
        ACCEPTANCE
    }

    /** Sources that name different licenses. */
    record Conflicting(SortedSet<LicenseKey> candidates, List<EvidenceRef> evidence) implements Identification {
        public Conflicting {
            candidates = sorted(candidates);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * One of the candidates for sure: a name that several versions of one license share over time, or a base whose texts
     * changed and of which nobody knows the version that binds.
     */
    record OneOf(SortedSet<LicenseKey> candidates, List<EvidenceRef> evidence) implements Identification {
        public OneOf {
            candidates = sorted(candidates);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A text or name that the catalog does not know.
     *
     * @param nearMiss the known text that is close but not the same
     * @param candidates what was declared or could be meant, where that much is known
     */
    record Unrecognized(SortedSet<LicenseKey> candidates, Optional<NearMiss> nearMiss, List<EvidenceRef> evidence)
            implements Identification {
        public Unrecognized {
            candidates = sorted(candidates);
            evidence = List.copyOf(evidence);
        }
    }

    /** Everything was read and nothing says anything about a license. */
    record Absent(List<EvidenceRef> evidence) implements Identification {
        public Absent {
            evidence = List.copyOf(evidence);
        }

        @Override
        public SortedSet<LicenseKey> candidates() {
            return Collections.emptySortedSet();
        }
    }

    /** Something is there that could not be read; {@code candidates} is what the readable evidence declares. */
    record Unread(SortedSet<LicenseKey> candidates, List<EvidenceRef> evidence) implements Identification {
        public Unread {
            candidates = sorted(candidates);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * How a text differs from the closest known one.
     *
     * @param similarity share of equal shingles, 0 to 1
     * @param added passages of the file that the known text does not have
     * @param missingSections section anchors of the known text that the file does not have
     */
    record NearMiss(LicenseKey license, double similarity, List<String> added, List<String> missingSections) {
        public NearMiss {
            added = List.copyOf(added);
            missingSections = List.copyOf(missingSections);
        }
    }

    private static SortedSet<LicenseKey> sorted(SortedSet<LicenseKey> keys) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }
}
