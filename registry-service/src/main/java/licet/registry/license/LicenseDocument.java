package licet.registry.license;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licet.registry.decision.LicenseUse;
import licet.rules.explain.LicenseWording;

/**
 * Everything on record about one license text version or use policy.
 *
 * @param schema version of this shape
 * @param grants one for each act, none for a use policy
 * @param note what the vocabulary cannot say of this text
 * @param family the other versions and variants of the text, in the order of their dates
 * @param differences against one of the family
 */
@Schema(name = "License")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LicenseDocument(
        String schema,
        LicenseLine head,
        Change change,
        List<GrantLine> grants,
        List<ClauseLine> clauses,
        List<Reference> usePolicies,
        List<Reference> bindsThrough,
        String note,
        List<FamilyLine> family,
        Optional<Differences> differences,
        Place text,
        LicenseUse.Use use) {
    public static final String SCHEMA = "licet/license/1";

    public LicenseDocument {
        grants = List.copyOf(grants);
        clauses = List.copyOf(clauses);
        usePolicies = List.copyOf(usePolicies);
        bindsThrough = List.copyOf(bindsThrough);
        family = List.copyOf(family);
    }

    /**
     * How the text can change and whose figures count.
     *
     * @param terms fixed, live or amendable-by-notice
     * @param licensor key of the developer that always grants it; absent where anybody may use the text
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Change(
            String terms, String termsInWords, String control, String controlInWords, Optional<String> licensor) {}

    /**
     * Whether the text gives an act.
     *
     * @param state granted, conditioned, withheld or silent
     * @param remark how the text was read, where that is not plain
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record GrantLine(String act, String inWords, String state, String section, Optional<String> remark) {}

    /**
     * One clause.
     *
     * @param document key of the license or of the use policy in which it stands
     * @param kind as in the license file, for example usage-cap
     * @param says sentences: what it says, then to what it applies
     * @param limits of a usage cap
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ClauseLine(
            String id,
            String group,
            String kind,
            String document,
            String section,
            List<String> says,
            List<LicenseWording.Limit> limits,
            Optional<String> remark) {
        public ClauseLine {
            says = List.copyOf(says);
            limits = List.copyOf(limits);
        }
    }

    public record Reference(String key, String title) {}

    /** @param differences how many things this page's text says otherwise */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record FamilyLine(
            String key,
            String title,
            String version,
            Optional<LocalDate> effective,
            boolean current,
            int differences) {}

    /** @param changes empty where both say the same */
    public record Differences(Reference against, List<LicenseWording.Change> changes) {
        public Differences {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Where the text itself can be read; Licet holds none.
     *
     * @param pages of the publisher that the terms are bound to
     * @param spdx the page of the SPDX license list
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Place(String steward, List<URI> pages, Optional<URI> spdx) {
        public Place {
            pages = List.copyOf(pages);
        }
    }
}
