package licet.registry.attestation;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A key as the installation configures it under {@code licet.attestation.keys}.
 *
 * @param name what the installation calls it
 * @param pem its text, where it comes from the environment
 * @param file where its text lies
 * @param from from when on it may sign: a day or a moment; from the beginning when left out
 * @param notAfter until when it signs and what it signed is valid; without end when left out
 */
@EachProperty("licet.attestation.keys")
record KeySetting(
        @Parameter String name,
        @Nullable String pem,
        @Nullable String file,
        @Nullable String from,
        @Nullable String notAfter) {
    @Override
    public String toString() {
        return "KeySetting[" + name + "]";
    }
}
