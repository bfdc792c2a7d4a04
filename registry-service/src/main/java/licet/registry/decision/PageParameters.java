package licet.registry.decision;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters of one page of a list, for the description of the API. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Field next of the page before, with the same sort")
@Parameter(name = "limit", in = ParameterIn.QUERY, description = "From 1 to 200; 50 when left out")
@interface PageParameters {}
