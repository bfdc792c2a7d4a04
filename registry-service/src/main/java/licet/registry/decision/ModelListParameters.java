package licet.registry.decision;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that narrow and sort a list of models, for the description of the API. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = "q",
        in = ParameterIn.QUERY,
        description = "Part of owner, name, base, license or family; one or two letters find the beginning of a name")
@Parameter(
        name = "license",
        in = ParameterIn.QUERY,
        description = "Keys of concluded licenses; several are alternatives")
@Parameter(
        name = "class",
        in = ParameterIn.QUERY,
        description = "permissive, copyleft, responsible-use, community, non-commercial, research-only")
@Parameter(name = "developer", in = ParameterIn.QUERY, description = "Keys of developers, or hub:owner")
@Parameter(
        name = "country",
        in = ParameterIn.QUERY,
        description = "ISO 3166 codes of developers' seats, ?? for unknown")
@Parameter(name = "modality", in = ParameterIn.QUERY, description = "For example text, image-text")
@Parameter(name = "size", in = ParameterIn.QUERY, description = "For example up-to-15b, above-100b, unknown")
@Parameter(name = "format", in = ParameterIn.QUERY, description = "safetensors, gguf, pytorch, other")
@Parameter(name = "gated", in = ParameterIn.QUERY, description = "none, auto, manual")
@Parameter(
        name = "lineage",
        in = ParameterIn.QUERY,
        description = "none, declared, or a gap: undeclared, parent-not-read, cycle, too-deep")
@Parameter(name = "identification", in = ParameterIn.QUERY, description = "For example identified, conflicting, unread")
@Parameter(name = "tier", in = ParameterIn.QUERY, description = "listed or examined")
@Parameter(
        name = "verdict",
        in = ParameterIn.QUERY,
        description =
                "ALLOW, NEEDS or DENY, in any deployment or in those named; or deployment:ALLOW, all of which hold")
@Parameter(name = "deployment", in = ParameterIn.QUERY, description = "Deployments that verdict speaks of")
@Parameter(name = "sort", in = ParameterIn.QUERY, description = "name, released, parameters, downloads, likes")
@interface ModelListParameters {}
