package licet.web.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a token may do. */
enum Scope {
    READ,
    GATE,
    WRITE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Picocli's own conversion names the constants of Java instead of what a person types. */
    static final class Converter implements ITypeConverter<Scope> {
        @Override
        public Scope convert(String value) {
            return Arrays.stream(values())
                    .filter(candidate -> candidate.toString().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Texts.get("scope-value", value)));
        }
    }
}
