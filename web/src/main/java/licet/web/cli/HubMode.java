package licet.web.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which Hub is read: the one that ships with the product, or the one of HF_ENDPOINT. */
enum HubMode {
    RECORDED,
    LIVE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Picocli's own conversion names the constants of Java instead of what a person types. */
    static final class Converter implements ITypeConverter<HubMode> {
        @Override
        public HubMode convert(String value) {
            return Arrays.stream(values())
                    .filter(candidate -> candidate.toString().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Texts.get("hub-value", value)));
        }
    }
}
