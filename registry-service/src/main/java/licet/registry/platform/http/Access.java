package licet.registry.platform.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a route. Every controller method has one, or its class has; a route without is refused.
 *
 * <ul>
 *   <li>{@code @Access(Access.Who.OPEN)}: everybody
 *   <li>{@code @Access(scope = Scope.READ)}: under {@code /api}, bearer tokens with one of these scopes
 *   <li>{@code @Access}: elsewhere, people who are signed in
 *   <li>{@code @Access(role = Role.ADMINISTRATOR)}: people with one of these roles, or tokens that they own
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Access {
    Who value() default Who.KNOWN;

    /** One of these suffices. Needed under {@code /api}, meaningless elsewhere. */
    Scope[] scope() default {};

    /** One of these suffices; none asks for no role. */
    Role[] role() default {};

    /** How much must be known about the caller. */
    enum Who {
        OPEN,
        KNOWN
    }
}
