package licet.web.cli;

import java.util.Arrays;
import java.util.Locale;
import licet.web.check.ReportFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

final class FormatConverter implements ITypeConverter<ReportFormat> {
    @Override
    public ReportFormat convert(String value) {
        return Arrays.stream(ReportFormat.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(Texts.get("format-value", value)));
    }
}
