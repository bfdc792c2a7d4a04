package licet.registry.bom;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A document of CycloneDX 1.6 or 1.7, as far as models need it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CycloneDxDocument(
        @JsonProperty("$schema") String schema,
        String bomFormat,
        String specVersion,
        String serialNumber,
        int version,
        Metadata metadata,
        List<Component> components,
        List<Dependency> dependencies) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Metadata(Instant timestamp, Tools tools, Optional<Component> component, List<Property> properties) {}

    record Tools(List<Component> components) {}

    /** @param ref unique in the document */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Component(
            String type,
            @JsonProperty("bom-ref") Optional<String> ref,
            Optional<Organization> supplier,
            String group,
            String name,
            String version,
            List<Hash> hashes,
            List<License> licenses,
            String purl,
            List<Reference> externalReferences,
            Optional<Pedigree> pedigree,
            Optional<Evidence> evidence,
            Optional<ModelCard> modelCard,
            List<Property> properties,
            List<Component> components) {
        /** One of which nothing but its name is told. */
        static Component named(String type, Optional<String> ref, String name, String version) {
            return new Component(
                    type,
                    ref,
                    Optional.empty(),
                    "",
                    name,
                    version,
                    List.of(),
                    List.of(),
                    "",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());
        }
    }

    record Organization(String name) {}

    record Hash(String alg, String content) {}

    /** Either an expression or a license by its name. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record License(Optional<String> expression, Optional<String> acknowledgement, Optional<NamedLicense> license) {
        static License concluded(String expression) {
            return new License(Optional.of(expression), Optional.of("concluded"), Optional.empty());
        }

        static License observed(String name, Optional<String> url) {
            return new License(Optional.empty(), Optional.empty(), Optional.of(new NamedLicense(name, url)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record NamedLicense(String name, Optional<String> url) {}

    record Reference(String type, String url) {}

    record Pedigree(List<Component> ancestors) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Evidence(List<License> licenses, List<Occurrence> occurrences) {}

    record Occurrence(String location) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ModelCard(ModelParameters modelParameters, List<Property> properties) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ModelParameters(
            Optional<String> task,
            Optional<String> architectureFamily,
            Optional<String> modelArchitecture,
            List<Dataset> datasets) {}

    record Dataset(String type, String name) {}

    record Property(String name, String value) {}

    record Dependency(String ref, List<String> dependsOn) {}
}
