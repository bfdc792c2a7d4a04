package licet.rules.license;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.rules.Check;

/**
 * One license text version as data.
 *
 * @param family groups versions, for example {@code llama-community}
 * @param steward who keeps the text
 * @param licensor developer key of the legal entity that always grants it, absent where anybody may use the text
 * @param reference SPDX id or {@code LicenseRef-…}
 * @param grants one entry for every {@link Act}
 * @param usePolicies keys of the use policies that bind with this text
 */
public record License(
        LicenseKey key,
        Names names,
        String family,
        String steward,
        Optional<String> licensor,
        Optional<LocalDate> effective,
        LicenseClass licenseClass,
        Terms terms,
        Recognition recognition,
        Map<Act, Grant> grants,
        List<Clause> clauses,
        List<LicenseKey> usePolicies) {

    public License {
        for (Act act : Act.values()) {
            Check.that(grants.containsKey(act), "grants of " + key + " do not say anything about " + act);
        }
        grants = Map.copyOf(new EnumMap<>(grants));
        clauses = List.copyOf(clauses);
        usePolicies = List.copyOf(usePolicies);
    }

    /** @param reference SPDX id or {@code LicenseRef-…} */
    public record Names(String title, String version, String reference) {}

    /** How the terms can change, and which control test counts affiliates. */
    public record Terms(Kind kind, ControlTest control) {
        public enum Kind {
            FIXED,
            /** A web page that can change. */
            LIVE,
            AMENDABLE_BY_NOTICE
        }

        public enum ControlTest {
            NONE,
            MORE_THAN_HALF,
            AT_LEAST_HALF,
            POWER_TO_DIRECT
        }
    }

    /**
     * How evidence names this text.
     *
     * @param hubIds ids of the Hub's license list; several texts may share one
     * @param licenseNames values of {@code license_name}
     */
    public record Recognition(List<String> hubIds, List<String> licenseNames) {
        public Recognition {
            hubIds = List.copyOf(hubIds);
            licenseNames = List.copyOf(licenseNames);
        }
    }

    /**
     * Whether a model trained on outputs counts as a derivative, so that all terms follow it: such texts want their
     * restrictions passed on with it. Other texts bind who trains it, not who uses it later.
     */
    public boolean followsOutputs() {
        return clauses.stream()
                .anyMatch(clause -> clause instanceof Clause.Duty duty
                        && duty.kind() == Clause.Duty.Kind.PASS_ON_RESTRICTIONS
                        && clause.head()
                                .scope()
                                .triggers()
                                .contains(Scope.Trigger.OUTPUT_TRAINED_MODEL_MADE_AVAILABLE));
    }

    public Grant grant(Act act) {
        return java.util.Objects.requireNonNull(grants.get(act));
    }
}
